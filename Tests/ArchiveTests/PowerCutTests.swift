// SPDX-License-Identifier: Apache-2.0
import Archive
import GRDB
import Minutes
import Testing

@testable import Archive

/// What the archive does in one commit each, begun with one document read and one meeting to be told.
private enum Step: String, CaseIterable, CustomTestStringConvertible {
  case keep, tell, giveUp, correct, retract, confirm, retire, endBatch, count, reissue

  var testDescription: String { rawValue }

  private static let entries = ["d-00", "d-01"].map { OutboxEntry(id: $0, digestID: "d", fields: [1]) }
  private static let meeting = Samples.meeting(Samples.hanhai, "2023-03-01")
  private static let key = MeetingKey(id: meeting.id, provenance: .report)

  private static func digest(_ id: String) -> KeptDigest {
    KeptDigest(
      id: id, meetingID: meeting.id, provenance: .report, baselines: [], json: [0x7B, 0x7D], text: "摘要",
      entries: 2)
  }

  /// A batch with two arrivals, of which the first is read; an entry that was sent, and a digest to correct.
  static func prepare(_ archive: MeetingArchive) throws {
    _ = try archive.enter(boot: "b", since: 0)
    let batch = try archive.beginBatch(.import)
    let files = ["1", "2"].map { Samples.file($0, sha256: $0) }
    let arrivals = try archive.take(files, boot: "b", now: 0)
    try archive.join(arrivals.map(\.id), to: batch)
    _ = try archive.keep(Samples.reading("1", [meeting]), of: arrivals[0])
    try archive.correct(key, digest("old"), [OutboxEntry(id: "old-00", digestID: "old", fields: [1])])
    try archive.awaitCorrection(of: key)
    try archive.confirm([], handed: ["old-00"])
  }

  func take(in archive: MeetingArchive) throws {
    let part = try #require(try archive.untold(batch: 1, limit: 1).first)
    switch self {
    case .keep:
      let unread = try #require(try archive.unread(batch: 1, limit: 1).first)
      _ = try archive.keep(Samples.reading("2", [Self.meeting]), of: unread)
    case .tell: try archive.tell(part, Self.digest("d"), Self.entries, boot: "b")
    case .giveUp: try archive.giveUp(part.arrival, reason: "crashed", Self.entries, boot: "b")
    case .correct: try archive.correct(Self.key, Self.digest("d"), Self.entries)
    case .retract: try archive.retract("old", of: Self.key, Self.entries)
    case .confirm: try archive.confirm([("old-00", "s=1")])
    case .retire: try archive.retire(["old-00"])
    case .endBatch: try archive.end(1, Self.entries)
    case .count: try archive.count(Tally(digests: 1), in: 1)
    case .reissue: try archive.review(upTo: 1, reissued: ["old-00"], retired: [])
    }
  }
}

@Suite struct `A power cut` {
  /// Every row of every table, in words.
  private func rows(_ archive: MeetingArchive) throws -> [String] {
    try archive.read { db in
      let tables = [
        "arrivals", "untold", "documents", "meetings", "meeting_documents", "digests", "outbox",
        "batches", "corrections", "boots",
      ]
      return try tables.flatMap { table in
        try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY rowid").map { "\(table) \($0)" }
      }
    }
  }

  @Test(arguments: Step.allCases)
  fileprivate func `before any change that a step makes leaves what was before it`(step: Step) throws {
    let tables = [
      "arrivals", "untold", "documents", "meeting_documents", "digests", "outbox", "batches",
      "corrections", "boots",
    ]
    var cuts = 0
    for change in tables.flatMap({ table in ["INSERT", "UPDATE", "DELETE"].map { "\($0) ON \(table)" } }) {
      let temporary = try TemporaryArchive()
      let archive = temporary.archive!
      try Step.prepare(archive)
      let before = try rows(archive)
      try archive.cutPower(before: change)
      do { try step.take(in: archive) } catch is ArchiveError {
        cuts += 1
        try archive.restorePower()
        #expect(try rows(archive) == before)
        try step.take(in: archive)
      }
      #expect(try rows(archive) != before)
    }
    #expect(cuts > 0)
  }
}
