// SPDX-License-Identifier: Apache-2.0
import Archive
import Digest
import Foundation
import Minutes
import TestKit
import Testing

@testable import Daemon

@Suite struct `What was put right and other rules` {
  private let desk: Correcting

  init() throws { desk = try Correcting() }

  /// Reads everything again by the rules of a setup.
  private func readAgain(by setup: Setup) throws {
    let pipeline = Pipeline(setup: setup, archive: desk.archive, state: desk.bench.state)
    var rereading = try Rereading(archive: desk.archive, pipeline: pipeline)
    let extractions = Extractions(loop: EventLoop(), extractor: setup.extractor, most: 1)
    while rereading.left > 0 { try rereading.advance(extractions) }
  }

  /// The setup of the bench with one table more.
  private func setup(_ table: String, _ rows: String) throws -> Setup {
    let folder = desk.bench.folder.appending(path: "words-\(rows.hashValue)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(rows.utf8).write(to: folder.appending(path: "\(table).tsv"))
    let example = Repository.root.appending(path: "seeds/lexicon").path
    return try desk.bench.reconfigured("LexiconPath=\(example)\nLexiconPath=\(folder.path)")
  }

  @Test func `stays when all is read again, and nothing is said where the text is read as before`() throws {
    try desk.change(Correcting.middle, [(.date, "2024-03-09")])
    try desk.changeFigure("达到53%", of: "990000/民政工作会议/2024-03-09", .value, "54")
    let meetings = try desk.archive.meetings().map(\.id)
    let figures = try desk.record("990000/民政工作会议/2024-03-09")?.meeting.figures
    try readAgain(by: try setup("surnames", "某\n"))
    #expect(try desk.archive.meetings().map(\.id) == meetings)
    #expect(try desk.record("990000/民政工作会议/2024-03-09")?.meeting.figures == figures)
    #expect(try desk.bench.entries("conflict").isEmpty)
  }

  @Test func `is told where the rules come to read it otherwise, once, and stands`() throws {
    try desk.changeFigure("助餐点1143个", of: Correcting.middle, .unit, "处")
    // From now on 个 is recorded as 座.
    let other = try setup("units", "个\tcount\t座\n")
    try readAgain(by: other)
    let told = try desk.bench.entries("conflict")
    #expect(told.count == 1)
    #expect(told.first?["MINUTED_REASON"] == "amended-differs")
    #expect(told.first?["MESSAGE"]?.contains("现在读作：座") == true)
    #expect(try desk.figure("助餐点1143个", of: Correcting.middle)?.figure.quantity.unit == "处")
    try readAgain(by: try setup("surnames", "某\n"))
    try readAgain(by: other)
    #expect(try desk.bench.entries("conflict").count == 1)
  }

  @Test func `is told where the rules have learnt it themselves`() throws {
    try desk.changeFigure("助餐点1143个", of: Correcting.middle, .unit, "座")
    try readAgain(by: try setup("units", "个\tcount\t座\n"))
    #expect(try desk.bench.values("MINUTED_REASON", of: "conflict") == ["amended-agrees"])
    let told = try desk.bench.values("MESSAGE", of: "conflict")[0]
    #expect(told.hasPrefix("来源相符 ") && told.contains("现在也读作：座"))
    #expect(told.contains("更正仍有效，要取消：minutectl correct --undo 1 --reason"))
  }

  @Test func `is told where the words are found no more`() throws {
    try desk.changeFigure("助餐点1143个", of: Correcting.middle, .value, "1243")
    try readAgain(by: try desk.bench.reconfigured(""))
    #expect(try desk.bench.values("MINUTED_REASON", of: "conflict") == ["amended-lost"])
    #expect(try desk.archive.amendments(ofEdit: 1).map(\.standing) == [.lost])
    // What knows the example places again finds it again.
    try readAgain(by: desk.bench.setup)
    #expect(try desk.figure("助餐点1143个", of: Correcting.middle)?.figure.quantity.value == 1243)
    #expect(try desk.archive.amendments(ofEdit: 1).map(\.standing) == [.holds])
  }
}
