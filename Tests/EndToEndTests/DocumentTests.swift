// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing

extension `End to end` {
  /// Documents that are no plain text, each opened by a child within the unit.
  @Suite struct `A document` {
    private static let extractor = "/usr/local/libexec/minuted/minuted-extract"

    /// The documents tell of places that were invented, which the examples' words name.
    private func box(_ configuration: String = "") throws -> Box {
      try Box(configuration: "LexiconPath=/usr/local/share/doc/minuted/examples/lexicon\n" + configuration)
    }

    @Test func `of each format is read as its text is, and told where its words stand`() throws {
      let box = try box("BurstRollup=1000")
      let formats = ["html", "docx", "odt", "doc", "pdf", "ofd"]
      let name = "2024-03-08-hanhai-minzheng"
      try box.drop(Documents.text(name), as: "\(name).txt")
      let digest = try #require(try box.outcomes(of: "\(name).txt").first)
      for format in formats { try box.drop(Documents.file("\(format)/\(name).\(format)")) }
      for format in formats {
        let outcome = try #require(try box.outcomes(of: "\(name).\(format)").first)
        #expect(outcome["MINUTED_EVENT"] == "source", "\(format): \(outcome.message)")
        #expect(outcome["MINUTED_MEETING_ID"] == digest["MINUTED_MEETING_ID"])
        #expect(Contract.breaches(of: outcome) == [])
      }
    }

    @Test(arguments: Documents.hostile)
    func `that cannot be read is refused with its reason`(file: URL) throws {
      let box = try box()
      try box.drop(file)
      let outcome = try #require(try box.outcomes(of: file.lastPathComponent).first)
      #expect(outcome["MINUTED_EVENT"] == "rejected")
      #expect(
        outcome["MINUTED_REASON"] == file.lastPathComponent.split(separator: ".").first.map(String.init))
      #expect(Contract.breaches(of: outcome) == [])
    }

    @Test func `within an archive has an outcome of its own, and the archive none`() throws {
      let box = try box()
      try box.drop(Documents.file("archives/reports.zip"))
      try box.drop(Documents.file("hostile/too-large.bomb.zip"))
      try box.drop(Examples.shenzhen)
      for name in ["2024-03-08-hanhai-minzheng.txt", "2025-04-11-lanpu-minzheng.txt"] {
        let outcome = try #require(try box.outcomes(of: "reports.zip/报告/\(name)").first)
        #expect(outcome["MINUTED_EVENT"] == "digest", "\(outcome.message)")
      }
      #expect(try box.outcomes(of: "too-large.bomb.zip").map { $0["MINUTED_REASON"] } == ["too-large"])
      #expect(try box.outcomes(of: Examples.shenzhen.lastPathComponent).first?["MINUTED_EVENT"] == "digest")
      #expect(try box.entries("MINUTED_FILE=reports.zip").isEmpty)
    }

    @Test func `that hangs its child keeps nobody waiting, neither a text nor the end of the service`() throws
    {
      let box = try box()
      try replaceExtractor(in: box, by: "exec sleep 1000")
      try box.drop(Documents.file("docx/2024-03-08-hanhai-minzheng.docx"))
      try box.drop(Examples.shenzhen)
      _ = try box.outcomes(of: Examples.shenzhen.lastPathComponent)
      try awaitChild(in: box)
      try box.expectSuccess("timeout", "2", "systemctl", "stop", "minuted")
      #expect(try box.property("Result") == "success")
      try restoreExtractor(in: box)
      try box.start()
      #expect(
        try box.outcomes(of: "2024-03-08-hanhai-minzheng.docx").map { $0["MINUTED_EVENT"] } == ["digest"])
    }

    @Test func `whose child is killed is opened again`() throws {
      let box = try box()
      try replaceExtractor(in: box, by: "exec sleep 1000")
      try box.drop(Documents.file("docx/2024-03-08-hanhai-minzheng.docx"))
      try awaitChild(in: box)
      try restoreExtractor(in: box)
      try box.expectSuccess("pkill", "-KILL", "-x", "sleep")
      #expect(
        try box.outcomes(of: "2024-03-08-hanhai-minzheng.docx").map { $0["MINUTED_EVENT"] } == ["digest"])
    }

    @Test func `that ends three children is refused, and read when it is asked for later`() throws {
      let box = try box()
      try replaceExtractor(in: box, by: "kill -SEGV $$")
      let name = "2024-03-08-hanhai-minzheng.docx"
      try box.drop(Documents.file("docx/\(name)"))
      #expect(try box.outcomes(of: name).map { $0["MINUTED_REASON"] } == ["crashed"])
      #expect(try box.expectSuccess("minutectl", "rejected").contains(name))
      try restoreExtractor(in: box)
      #expect(try box.expectSuccess("minutectl", "retry", name) == "\(name): 1 digest\n")
    }

    @Test(arguments: [
      (extractor, "docx", "minuted-extract"), ("/usr/bin/pdftotext", "pdf", "poppler-utils"),
      ("/usr/bin/catdoc", "doc", "catdoc"),
    ])
    func `names the program that is missing, and is read once it is there`(
      program: String, format: String, named: String
    ) throws {
      let box = try box()
      try box.expectSuccess("mv", program, "\(program).away")
      let name = "2024-03-08-hanhai-minzheng.\(format)"
      try box.drop(Documents.file("\(format)/\(name)"))
      let refused = try #require(try box.outcomes(of: name).first)
      #expect(
        refused["MINUTED_REASON"] == "missing-tool" && refused.message.contains(named), "\(refused.message)")
      try box.expectSuccess("mv", "\(program).away", program)
      #expect(try box.expectSuccess("minutectl", "retry", name) == "\(name): 1 digest\n")
    }

    private func replaceExtractor(in box: Box, by script: String) throws {
      try box.expectSuccess("mv", Self.extractor, "\(Self.extractor).away")
      try box.expectSuccess("sh", "-c", "printf '#!/bin/sh\\n%s\\n' \"$1\" > \(Self.extractor)", "sh", script)
      try box.expectSuccess("chmod", "755", Self.extractor)
    }

    private func restoreExtractor(in box: Box) throws {
      try box.expectSuccess("mv", "\(Self.extractor).away", Self.extractor)
    }

    private func awaitChild(in box: Box) throws {
      while try box.run("pgrep", "-x", "sleep").status != 0 { usleep(20_000) }
    }
  }
}

/// The documents that `scripts/make-fixtures` makes.
enum Documents {
  static func file(_ path: String) -> URL { Repository.fixtures.appending(path: "documents/\(path)") }

  /// The text that documents of this name were made from.
  static func text(_ name: String) throws -> Data {
    try Data(contentsOf: Repository.fixtures.appending(path: "corpus/reports/\(name).txt"))
  }

  /// Those that cannot be read; their names begin with the reason.
  static let hostile: [URL] = {
    let folder = file("hostile")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().map { folder.appending(path: $0) }
  }()
}
