// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing

@testable import Settings

private func parse(_ texts: String...) throws -> (
  configuration: Configuration, warnings: [Configuration.Warning]
) {
  try Configuration.parse(
    texts.enumerated().map {
      ConfigurationFile(path: "/etc/\($0.offset + 1).conf", bytes: Array($0.element.utf8))
    })
}

@Suite struct `The configuration` {
  @Test func `has the defaults of the contract where nothing is said`() throws {
    let (configuration, warnings) = try parse()
    #expect(configuration.folders == ["/var/spool/minuted/incoming"])
    #expect(configuration.settle == .seconds(2))
    #expect(configuration.rescan == .seconds(300))
    #expect(configuration.language == .zh)
    #expect(warnings.isEmpty)
  }

  @Test func `knows every key of the contract, and its own`() {
    let contract = """
      Folder Recursive SettleSec RescanSec MaxFileSize Ignore Hold RequireMountPoint LexiconPath Language \
      MergeWait BurstRollup ReportDirectory KeepOriginals Extractors \
      ExtractorLimits MinFree LogLevel Namespace
      """
    #expect(ConfigurationKey.all.map(\.name).joined(separator: " ") == contract)
  }

  @Test func `is shipped with each key once, and its default`() throws {
    let shipped = try String(
      contentsOf: Repository.root.appending(path: "config/minuted.conf"), encoding: .utf8)
    let lines = shipped.split(separator: "\n").filter { $0.contains(/^#[A-Z][A-Za-z]+=/) }.map {
      String($0.dropFirst())
    }
    #expect(
      lines.map { String($0.prefix { $0 != "=" }) }.sorted() == ConfigurationKey.all.map(\.name).sorted())
    let (configuration, warnings) = try parse("[Minuted]\n" + lines.joined(separator: "\n"))
    #expect(configuration == (try parse()).configuration)
    #expect(warnings.isEmpty)
  }

  @Test func `holds the opening of a document to the limits that are named, and to its own for the others`()
    throws
  {
    let limits = try parse("[Minuted]\nExtractorLimits=wall=2min memory=1G ratio=10\n").configuration
      .openingLimits
    #expect(limits.wall == .seconds(120) && limits.memory == 1 << 30 && limits.ratio == 10)
    #expect(limits.pages == 2_000 && limits.cpu == .seconds(30))
    for wrong in ["wall", "wall=0", "memory=1K", "sheets=3", "pages=0"] {
      #expect(throws: StartupError.self) { try parse("[Minuted]\nExtractorLimits=\(wrong)\n") }
    }
  }

  @Test func `takes the last word of each key, and adds up lists`() throws {
    let (configuration, _) = try parse(
      "[Minuted]\nFolder=/a\nSettleSec=5\nIgnore=*.bak *.old\n",
      "[Minuted]\nFolder = /b dir/\nSettleSec=500ms\nIgnore=x*\n")
    #expect(configuration.folders == ["/a", "/b dir"])
    #expect(configuration.settle == .milliseconds(500))
    #expect(configuration.ignore == ["*.bak", "*.old", "x*"])
  }

  @Test func `goes back to the default where a value is empty`() throws {
    let (configuration, _) = try parse(
      "[Minuted]\nFolder=/a\nSettleSec=5\n", "[Minuted]\nFolder=\nSettleSec=\n")
    #expect(configuration == Configuration.withDefaultFolder)
    #expect(try parse("[Minuted]\nFolder=/a\nFolder=\nFolder=/b\n").configuration.folders == ["/b"])
  }

  @Test func `joins continued lines and skips comments between them`() throws {
    let (configuration, _) = try parse("[Minuted]\n# a\nIgnore=a \\\n; b\n  b \\\n# c\n  c\nSettleSec=3")
    #expect(configuration.ignore == ["a", "b", "c"])
    #expect(configuration.settle == .seconds(3))
  }

  @Test func `warns of what it does not know, with its place`() throws {
    let (_, warnings) = try parse(
      "Early=1\n[Minuted]\n\nColour=red\n[Other]\nFolder=/a\n[X-Mine]\nFolder=/b\n")
    #expect(
      warnings.map(\.description) == [
        "/etc/1.conf:1: Early= stands before any section and is left out; write [Minuted] above it",
        "/etc/1.conf:4: Colour= is not known and is left out",
        "/etc/1.conf:6: section [Other] is not known, Folder= is left out",
      ])
  }

  @Test(arguments: [
    ("SettleSec=soon", "a time span, such as 2s or 500ms"),
    ("Folder=incoming", "an absolute path, such as /var/spool/minuted/incoming"),
    ("Language=fr", "zh or en"),
    ("MaxFileSize=0", "a size of a byte or more, such as 64M"),
    ("ReportDirectory=reports", "an absolute path, or no"),
    ("KeepOriginals=0", "yes, or a number of days from 1"),
    ("Namespace=a b", "a name of letters, digits, - and _"),
    ("Recursive=maybe", "yes or no"),
  ])
  func `stops the start at a value it cannot use`(line: String, expected: String) throws {
    let error = #expect(throws: StartupError.self) { _ = try parse("[Minuted]\n\n\(line)\n") }
    #expect(error?.description == "/etc/1.conf:3: \(line) cannot be used; write \(expected)")
    #expect(error?.exitCode == .configuration)
  }

  @Test(arguments: ["[Minuted\n", "[Minuted]\nFolder\n", "[Minuted]\n=1\n"])
  func `stops the start at a line that is neither section nor assignment`(text: String) {
    #expect(throws: StartupError.self) { _ = try parse(text) }
  }

  @Test func `reads values of every kind`() throws {
    let (configuration, _) = try parse(
      """
      [Minuted]
      Recursive=off
      MaxFileSize=1.5K
      ReportDirectory=no
      KeepOriginals=90
      MinFree=1G
      LogLevel=debug
      Namespace=minuted
      Language=en
      """)
    #expect(!configuration.recursive)
    #expect(configuration.maxFileSize == 1536)
    #expect(configuration.reportDirectory == nil)
    #expect(configuration.keepOriginals == .days(90))
    #expect(configuration.minFree == Configuration.FreeSpace(bytes: 1 << 30, percent: 0))
    #expect(configuration.logLevel == 7)
    #expect(configuration.namespace == "minuted")
    #expect(configuration.language == .en)
  }
}

extension Configuration {
  /// What parsing nothing gives.
  fileprivate static var withDefaultFolder: Configuration {
    var configuration = Configuration()
    configuration.folders = [defaultFolder]
    return configuration
  }
}

@Suite struct `Time spans and sizes` {
  @Test(arguments: [
    ("2", Duration.seconds(2)), ("2s", .seconds(2)), ("1min 30s", .seconds(90)), ("1.5h", .seconds(5400)),
    ("2 ms", .milliseconds(2)), ("1d", .seconds(86400)), ("0", .zero), ("0.000001s", .microseconds(1)),
  ])
  func `are read as systemd writes them`(text: String, expected: Duration) {
    #expect(TimeSpan.parse(text) == expected)
  }

  @Test(arguments: [
    "", "soon", "2x", "-1", "1.", ".5", "1..5", "99999999999999999999", "9999999y", "1h -1s", "infinity",
  ])
  func `are refused, never guessed at`(text: String) {
    #expect(TimeSpan.parse(text) == nil)
  }

  @Test func `count in steps of 1,024`() {
    #expect(ByteSize.parse("64M") == 67_108_864)
    #expect(ByteSize.parse("10") == 10)
    #expect(ByteSize.parse("9999999T") == nil)
    #expect(ByteSize.parse("64m") == nil)
  }
}
