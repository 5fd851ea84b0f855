// SPDX-License-Identifier: Apache-2.0
import Desk
import Extraction
import Foundation
import Minutes
import TestKit
import Testing

/// What a reading says, without where it stands.
private struct Gist: Equatable {
  var ids: [String]
  var titles: [String?]
  var tasks: [String]
  var figures: [String]
  var officials: [String]

  init(_ report: Report) {
    ids = report.meetings.map(\.id)
    titles = report.meetings.map(\.title)
    tasks = report.meetings.flatMap(\.priorities).map(\.body)
    // A table's border is as wide as its maker liked.
    figures = report.meetings.flatMap(\.figures).map { figure in
      let words = figure.excerpt.text.filter { !$0.isWhitespace }
      return "\(words) \(figure.indicator) \(figure.quantity) \(String(describing: figure.period))"
    }
    officials = report.meetings.flatMap(\.officials).map { "\($0.name) \($0.role ?? "")" }
  }
}

@Suite struct `A report` {
  static let formats = ["html", "docx", "odt", "doc", "pdf", "ofd", "rtf"]
  /// What a message or a saved page holds is of another format than itself.
  static let folders = formats + ["eml", "mhtml", "markdown"]

  @Test(arguments: folders.flatMap { DocumentFixtures.files(in: $0) })
  func `reads the same in every format`(path: String) throws {
    let reader = DocumentFixtures.reader()
    let name = URL(filePath: path).lastPathComponent
    let documents = try reader.documents(in: try DocumentFixtures.bytes(path), named: name)
    let document = try #require(documents.first)
    let found = try reader.read(document.bytes, named: name)
    let twin = try reader.read(try DocumentFixtures.twin(of: path), named: name)
    #expect(documents.count == 1 && !twin.report.meetings.isEmpty)
    #expect(Gist(found.report) == Gist(twin.report))
  }

  @Test(arguments: formats.flatMap { DocumentFixtures.files(in: $0) })
  func `is of the format that its folder says`(path: String) throws {
    let format = DocumentFormat.sniff(try DocumentFixtures.bytes(path))
    #expect(path.contains("/documents/\(format.rawValue)/"))
  }

  @Test(arguments: ["pdf", "ofd"].flatMap { DocumentFixtures.files(in: $0) })
  func `tells the page of each task and figure where it has pages`(path: String) throws {
    let reader = DocumentFixtures.reader()
    let meeting = try #require(
      try reader.read(try DocumentFixtures.bytes(path), named: "a").report.meetings.first)
    let excerpts = meeting.priorities.map(\.excerpt) + meeting.figures.map(\.excerpt) + meeting.paragraphs
    #expect(!excerpts.isEmpty && excerpts.allSatisfy { $0.page != nil })
    let places = meeting.paragraphs.map { [$0.page ?? 0, $0.paragraph] }
    #expect(zip(places, places.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) }, "\(places)")
    #expect(meeting.paragraphs.first?.page == 1)
  }

  @Test func `is there three times in each`() {
    for folder in Self.folders { #expect(DocumentFixtures.files(in: folder).count >= 3, "\(folder)") }
  }

  @Test func `is what it is whatever its name says`() throws {
    let path = try #require(DocumentFixtures.files(in: "doc").first)
    let reader = DocumentFixtures.reader()
    #expect(try reader.read(try DocumentFixtures.bytes(path), named: "会议.wps").format == "doc")
    #expect(try reader.read(try DocumentFixtures.bytes(path), named: "会议.pdf").report.meetings.count == 1)
  }

  @Test func `stands on pages where the format has them`() throws {
    let path = try #require(DocumentFixtures.files(in: "pdf").first { $0.contains("browser") })
    let text = try DocumentFixtures.reader().clean(try DocumentFixtures.bytes(path))
    #expect(!text.contains("file://") && !text.contains("1/3"))
  }
}

@Suite struct `An archive of reports` {
  @Test(arguments: ["reports.zip", "reports.tar"])
  func `gives each of them, by its own name`(name: String) throws {
    let path = try #require(DocumentFixtures.files(in: "archives").first { $0.hasSuffix(name) })
    let members = try DocumentFixtures.reader().documents(in: try DocumentFixtures.bytes(path), named: name)
    #expect(
      members.prefix(2).map(\.name) == [
        "\(name)/报告/2024-03-08-hanhai-minzheng.txt", "\(name)/报告/2025-04-11-lanpu-minzheng.txt",
      ])
    for member in members {
      let report = try DocumentFixtures.reader().read(member.bytes, named: member.name).report
      #expect(report.meetings.count == 1, "\(member.name)")
    }
  }

  @Test func `is found in a message that was forwarded in a message`() throws {
    let path = try #require(DocumentFixtures.files(in: "archives").first { $0.hasSuffix("forwarded.eml") })
    let members = try DocumentFixtures.reader().documents(
      in: try DocumentFixtures.bytes(path), named: "a.eml")
    // The covering notes are none of them.
    #expect(members.count == 3 && members.allSatisfy { $0.name.hasPrefix("a.eml/报道.zip/报告/") })
  }

  @Test func `in a message is named as its sender named it`() throws {
    let names = try DocumentFixtures.files(in: "eml").flatMap { path in
      try DocumentFixtures.reader().documents(in: try DocumentFixtures.bytes(path), named: "a.eml").map(
        \.name)
    }
    #expect(
      names == [
        "a.eml/全省民政工作会议报道.docx", "a.eml/云岫市住房城乡建设工作会议召开.html", "a.eml/转发：澜浦市民政工作会议：抓好八项重点.txt",
      ])
  }

  @Test func `is no document itself, and not within another archive`() throws {
    let path = try #require(DocumentFixtures.files(in: "archives").first { $0.hasSuffix(".tar") })
    let bytes = try DocumentFixtures.bytes(path)
    #expect(throws: DocumentError.self) { try DocumentFixtures.reader().read(bytes, named: "reports.tar") }
  }

  @Test func `is one document where it is a Word file`() throws {
    let path = try #require(DocumentFixtures.files(in: "docx").first)
    let documents = try DocumentFixtures.reader().documents(
      in: try DocumentFixtures.bytes(path), named: "a.docx")
    #expect(documents.map(\.name) == ["a.docx"])
  }
}

@Suite struct `A hostile document` {
  @Test(arguments: DocumentFixtures.files(in: "hostile"))
  func `is refused for what it is`(path: String) throws {
    let name = URL(filePath: path).lastPathComponent
    let error = #expect(throws: DocumentError.self) {
      let bytes = try DocumentFixtures.bytes(path)
      for document in try DocumentFixtures.reader().documents(in: bytes, named: name) {
        _ = try DocumentFixtures.reader().read(document.bytes, named: document.name)
      }
    }
    #expect(error?.reason.rawValue == name.split(separator: ".").first.map(String.init))
  }

  @Test(arguments: `A report`.formats.compactMap { DocumentFixtures.files(in: $0).first })
  func `is answered wherever it breaks off`(path: String) throws {
    let bytes = try DocumentFixtures.bytes(path)
    let reader = DocumentFixtures.reader()
    for end in stride(from: 1, to: bytes.count, by: 4_000) {
      let reason = Self.reason { () throws(DocumentError) in try reader.clean(Array(bytes[..<end])) }
      #expect(reason != .missingTool && reason != .crashed, "cut at \(end)")
    }
  }

  private static func reason(_ read: () throws(DocumentError) -> String) -> DocumentError.Reason? {
    do { _ = try read() } catch { return error.reason }
    return nil
  }

  /// libxml2 gives up at 256.
  @Test(arguments: [200, 100_000]) func `may be nested deep, but not without end`(depth: Int) {
    let text = "<html><body>" + String(repeating: "<div>", count: depth) + "全省民政工作会议召开，会议强调一是抓党建。"
    let reader = DocumentFixtures.reader()
    let reason = Self.reason { () throws(DocumentError) in try reader.clean(Array(text.utf8)) }
    #expect(reason == (depth > 256 ? .empty : nil))
  }
}

@Suite struct `A desk without an extractor` {
  @Test func `reads text alone`() throws {
    let reader = DocumentReader(
      vocabulary: BaseLexicon.vocabulary, dataFolder: Repository.root.appending(path: "config").path)
    let error = #expect(throws: DocumentError.self) {
      try reader.read(Array("<html><p>会议".utf8), named: "a.html")
    }
    #expect(error?.reason == .format)
  }
}
