// SPDX-License-Identifier: Apache-2.0
import Archive
import Desk
import Digest
import Foundation
import Minutes
import Testing

@testable import Daemon

extension Correcting {
  func forget(_ what: String, at: Int64 = 7) throws -> Pipeline.Forgotten {
    let edit = Edit(at: at, uid: 0, who: "root", verb: "forget", target: what, reason: "误传")
    return try bench.pipeline.forget(archive.documents(named: what), edit, now: at)
  }

  func sha256(of id: String) throws -> String { try #require(try record(id)?.documents.first?.sha256) }

  /// Lets the journal have shown all that waits, but for the entries of these ids.
  func land(but ids: [String] = []) throws {
    let shown = try archive.pendingEntries(limit: 10_000).map(\.id).filter { !ids.contains($0) }
    try archive.confirm(shown.map { (id: $0, cursor: "c") })
  }
}

@Suite struct `A report that comes again after it was forgotten` {
  private let desk: Correcting
  private let key = MeetingKey(id: Correcting.middle, provenance: .invented)

  init() throws { desk = try Correcting() }

  /// Lets it come again under its own name.
  private func comeAgain(_ sha256: String) throws -> Tally {
    #expect(try desk.archive.remember(sha256) == 1)
    return try desk.bench.arrive([try Correcting.reports[1]])
  }

  @Test func `is told under the ids that it had, as sent again where the journal had it`() throws {
    let (sha256, digest) = (try desk.sha256(of: key.id), try #require(try desk.told(key.id)))
    let ids = try desk.bench.entries().map(\.id).filter { $0.hasPrefix(digest) }
    let unsent = try #require(ids.last)
    try desk.land(but: [unsent])
    _ = try desk.forget(key.id)
    #expect(try desk.archive.entries(named: digest).isEmpty)
    #expect(try comeAgain(sha256).digests == 1)
    #expect(try desk.told(key.id) == digest)
    let kept = try #require(try desk.archive.digests(prefix: digest).first)
    #expect(!kept.isForgotten && !kept.isRetracted && kept.text.contains("助餐点"))
    let again = try desk.archive.replays(after: 0, limit: 1_000)
    #expect(again.map(\.id).sorted() == ids.filter { $0 != unsent }.sorted())
    #expect(again.allSatisfy { $0.reissue == 1 && !$0.fields.isEmpty })
    let first = try desk.archive.pendingEntries(limit: 1_000).filter { $0.id.hasPrefix(digest) }
    #expect(first.map(\.id) == [unsent] && first.map(\.reissue) == [0])
    #expect(desk.archive.takeReplays() && !desk.archive.takeReplays())
  }

  @Test func `counts what is on its way to the journal as sent`() throws {
    let (sha256, digest) = (try desk.sha256(of: key.id), try #require(try desk.told(key.id)))
    let edit = Edit(at: 7, uid: 0, who: "root", verb: "forget", target: key.id, reason: "误传")
    _ = try desk.bench.pipeline.forget([sha256], edit, now: 7, handed: ["\(digest)-00"])
    _ = try comeAgain(sha256)
    #expect(try desk.archive.replays(after: 0, limit: 1_000).map(\.id) == ["\(digest)-00"])
  }

  @Test func `is told for the third time as such`() throws {
    let sha256 = try desk.sha256(of: key.id)
    try desk.land()
    for turn in 1...2 {
      _ = try desk.forget(key.id, at: Int64(turn * 10))
      _ = try comeAgain(sha256)
      let again = try desk.archive.replays(after: 0, limit: 1_000)
      #expect(again.contains { $0.id.hasSuffix("-01") } && again.allSatisfy { $0.reissue == turn })
      try desk.archive.confirm(again.map { (id: $0.id, cursor: "d") })
    }
  }

  @Test func `beside another report gives the digest of both again, which nothing replaces`() throws {
    let report = try Correcting.reports[1]
    let more = (name: "more.txt", text: report.text + "全省新增社会工作者3200名。\n")
    _ = try desk.bench.arrive([more])
    try desk.bench.pipeline.correct([key])
    let both = try #require(try desk.told(key.id))
    let (first, sha256) = (
      try #require(try desk.archive.digests(prefix: both).first?.supersedes), sha(more.text)
    )
    _ = try desk.forget(sha256)
    #expect(try desk.told(key.id) == first)
    #expect(try desk.archive.remember(sha256) == 1)
    _ = try desk.bench.arrive([more])
    try desk.bench.pipeline.correct([key])
    #expect(try desk.told(key.id) == both)
    let kept = try #require(try desk.archive.digests(prefix: both).first)
    #expect(!kept.isForgotten && kept.text.contains("社会工作者"))
    #expect(try desk.archive.replacement(of: both) == nil && desk.archive.replacement(of: first)?.id == both)
  }

  private func sha(_ text: String) -> String { SHA256.hex(Array(text.utf8)) }
}

@Suite struct `What people did to a report that is forgotten` {
  private let desk: Correcting

  init() throws { desk = try Correcting() }

  @Test func `leaves none of its digests, whatever they had corrected`() throws {
    var ids = [try #require(try desk.told(Correcting.middle))]
    try desk.changeFigure("助餐点1143个", of: Correcting.middle, .value, "1243")
    ids.append(try #require(try desk.told(Correcting.middle)))
    let moved = "990000/民政工作会议/2024-03-09"
    try desk.change(Correcting.middle, [(.date, "2024-03-09")])
    ids.append(try #require(try desk.told(moved)))
    let outcome = try desk.forget(moved)
    #expect(Set(outcome.documents.flatMap(\.digests)) == Set(ids) && ids.count == 3)
    for id in ids { #expect(try desk.archive.digests(prefix: id).first?.isForgotten == true) }
  }

  @Test func `leaves nothing of what was put right but that it was`() throws {
    try desk.changeFigure("助餐点1143个", of: Correcting.middle, .value, "1243")
    #expect(try desk.archive.edits(["correct"]).first?.content.isEmpty == false)
    _ = try desk.forget(Correcting.middle)
    let edit = try #require(try desk.archive.edits(["correct"]).first)
    #expect(edit.content.isEmpty && edit.reason == "核对原件")
    #expect(try desk.archive.amendments(ofEdit: edit.id).isEmpty)
  }

  @Test func `leaves no mark that quotes it`() throws {
    let digest = try #require(try desk.told(Correcting.middle))
    let series = try #require(try desk.record(Correcting.middle)).meeting.series
    let what = Insignificance(change: "new_item", subject: "priority", matter: "养老助餐")
    let number = try desk.archive.keep(
      Edit(
        at: 3, uid: 0, who: "root", verb: "mark", target: "\(digest)-01", content: ["matter": what.matter]))
    try desk.archive.keep(what, series: series, edit: number)
    let outcome = try desk.forget(Correcting.middle)
    #expect(outcome.documents.map(\.marks) == [1])
    let edit = try #require(try desk.archive.edit(number))
    #expect(edit.content.isEmpty && edit.undone != nil)
    #expect(try desk.archive.edits(["mark"], isInForce: true).isEmpty)
  }

  @Test func `leaves no entry of another report that quotes it`() throws {
    let report = try Correcting.reports[1]
    let sha256 = try desk.sha256(of: Correcting.middle)
    _ = try desk.bench.arrive([("other.txt", report.text.replacing("助餐点1143个", with: "助餐点1153个"))])
    let conflict = try #require(try desk.bench.entries("conflict").first)
    #expect(conflict["MESSAGE"]?.contains("1143") == true)
    try desk.land()
    let outcome = try desk.forget(sha256)
    #expect(outcome.documents.flatMap(\.entries).contains { $0.id == conflict.id && $0.cursor == "c" })
    #expect(try desk.archive.entry(id: conflict.id)?.fields == [])
  }

  @Test func `names the copies of the archive that still have it`() throws {
    let path = desk.bench.folder.path
    #expect(desk.bench.state.copies.isEmpty)
    for name in ["archive.sqlite.before-14-from-13", "before-restore-20261122T143055Z"] {
      try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
    }
    #expect(
      desk.bench.state.copies == [
        "\(path)/archive.sqlite.before-14-from-13", "\(path)/before-restore-20261122T143055Z",
      ])
  }
}
