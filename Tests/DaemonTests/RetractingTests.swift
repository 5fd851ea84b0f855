// SPDX-License-Identifier: Apache-2.0
import Archive
import Digest
import Foundation
import Minutes
import TestKit
import Testing

@testable import Daemon

@Suite struct `A meeting whose digest a person has withdrawn` {
  private let desk: Correcting
  private let moved = "990000/民政工作会议/2024-03-09"

  init() throws { desk = try Correcting() }

  private func retracting(_ reason: String, at: Int64) -> Retracting {
    var edit = Correcting.edit(reason, at: at)
    edit.verb = "retract"
    return Retracting(desk.bench.pipeline, edit)
  }

  private func digest(_ id: String) throws -> KeptDigest {
    try #require(try desk.archive.told(of: MeetingKey(id: id, provenance: .invented)))
  }

  /// Whether a reprint of the meeting is told as a source of a digest that is withdrawn.
  private func isRetractedInReprint() throws -> Bool {
    let before = try desk.bench.entries("source").count
    _ = try desk.bench.arrive([("again-\(before).txt", try Correcting.reports[1].text + "（转载\(before)）\n")])
    return try desk.bench.values("MINUTED_REASON", of: "source").last == "retracted"
  }

  @Test func `stays withdrawn whatever day it is put right to, and when that is taken back`() throws {
    let digest = try digest(Correcting.middle)
    try retracting("数字有误", at: 5).retract(digest).get()
    let told = try desk.bench.entries("digest").count
    let done = try desk.change(Correcting.middle, [(.date, "2024-03-09")], at: 6)
    #expect(try desk.told(moved) == nil)
    #expect(try isRetractedInReprint())
    _ = try desk.undo(done.edit, at: 7)
    #expect(try desk.told(Correcting.middle) == nil)
    #expect(try isRetractedInReprint())
    #expect(try desk.bench.entries("digest").count == told)
    try retracting("误撤", at: 8).takeBack(digest).get()
    #expect(try desk.told(Correcting.middle) == digest.id)
  }

  @Test func `is told under the day that was put right when the retraction is taken back`() throws {
    let digest = try digest(Correcting.middle)
    try retracting("数字有误", at: 5).retract(digest).get()
    try desk.change(Correcting.middle, [(.date, "2024-03-09")], at: 6)
    try retracting("误撤", at: 7).takeBack(digest).get()
    let correction = try #require(
      try desk.bench.entries("correction").first { $0["MINUTED_MEETING_ID"] == moved })
    #expect(correction["MINUTED_SUPERSEDES"] == digest.id)
    #expect(try desk.told(moved) == correction["MINUTED_DIGEST_ID"])
  }

  @Test func `stays withdrawn where the day had been put right before, and that is taken back`() throws {
    let done = try desk.change(Correcting.middle, [(.date, "2024-03-09")], at: 5)
    let digest = try digest(moved)
    try retracting("数字有误", at: 6).retract(digest).get()
    _ = try desk.undo(done.edit, at: 7)
    #expect(try desk.told(Correcting.middle) == nil)
    #expect(try isRetractedInReprint())
    try retracting("误撤", at: 8).takeBack(digest).get()
    // Since it was withdrawn a reprint came: it is told with that, in the place of what was withdrawn.
    let correction = try #require(
      try desk.bench.entries("correction").last { $0["MINUTED_MEETING_ID"] == Correcting.middle })
    #expect(correction["MINUTED_SUPERSEDES"] == digest.id)
    #expect(try desk.told(Correcting.middle) == correction["MINUTED_DIGEST_ID"])
  }

  @Test func `stays withdrawn when it was made one with another meeting, and that is taken back`() throws {
    try retracting("数字有误", at: 5).retract(digest(Correcting.first)).get()
    let done = try desk.change(Correcting.first, [(.date, "2024-03-08")], at: 6, merges: true)
    _ = try desk.undo(done.edit, at: 7)
    #expect(try desk.record(Correcting.first) != nil)
    #expect(try desk.told(Correcting.first) == nil)
    #expect(try desk.told(Correcting.middle) != nil)
  }

  @Test func `is told with what was put right while it was withdrawn`() throws {
    let digest = try digest(Correcting.middle)
    try retracting("数字有误", at: 5).retract(digest).get()
    try desk.changeFigure("助餐点1143个", of: Correcting.middle, .value, "1243", at: 6)
    #expect(try desk.told(Correcting.middle) == nil)
    try retracting("已核", at: 7).takeBack(digest).get()
    let correction = try #require(
      try desk.bench.entries("correction").last {
        $0["MINUTED_MEETING_ID"] == Correcting.middle && $0.id.hasSuffix("-00")
      })
    #expect(correction["MINUTED_SUPERSEDES"] == digest.id)
    #expect(correction["MESSAGE"]?.contains("由1143改为1243") == true)
    // By the reason of what was put right, and not of what lets it hold.
    #expect(correction["MESSAGE"]?.contains("人工更正（核对原件）") == true)
  }

  @Test func `is corrected at once where the meeting before was put right while it was withdrawn`() throws {
    let digest = try digest(Correcting.last)
    try retracting("数字有误", at: 5).retract(digest).get()
    try desk.change(Correcting.middle, [(.date, "2024-03-09")], at: 6)
    try retracting("误撤", at: 7).takeBack(digest).get()
    let sent = try desk.bench.entries("correction").filter { $0["MINUTED_MEETING_ID"] == Correcting.last }
    #expect(sent.first?["MINUTED_REASON"] == "reinstated")
    let correction = try #require(sent.last)
    #expect(correction["MINUTED_SUPERSEDES"] == digest.id)
    #expect(correction["MESSAGE"]?.contains("人工更正（核对原件）") == true)
    #expect(try desk.told(Correcting.last) == correction["MINUTED_DIGEST_ID"])
  }

  @Test func `gives way to the digest of before where the meeting that it lacked came back`() throws {
    let before = try digest(Correcting.last)
    var edit = Correcting.edit("伪造", at: 5)
    edit.verb = "withdraw"
    let middle = MeetingKey(id: Correcting.middle, provenance: .invented)
    let done = try Editor(desk.bench.pipeline).withdraw(middle, as: edit).get()
    let without = try digest(Correcting.last)
    #expect(without.supersedes == before.id)
    try retracting("数字有误", at: 6).retract(without).get()
    _ = try desk.undo(done.edit, at: 7)
    try retracting("误撤", at: 8).takeBack(without).get()
    #expect(try desk.told(Correcting.last) == before.id)
  }

  @Test func `holds as it was sent where nothing has changed that it rests on`() throws {
    let digest = try digest(Correcting.middle)
    try retracting("数字有误", at: 5).retract(digest).get()
    try desk.change(Correcting.last, [(.head, "新题")], .priority, number: 1, words: lastTask(), at: 6)
    try retracting("误撤", at: 7).takeBack(digest).get()
    #expect(try desk.told(Correcting.middle) == digest.id)
  }

  /// The title of the last meeting's first task.
  private func lastTask() throws -> String {
    try #require(try desk.record(Correcting.last)?.meeting.priorities.first { $0.rank == 1 }).head
  }

  @Test func `is not told anew by a reprint, which says why`() throws {
    let key = MeetingKey(id: Correcting.middle, provenance: .invented)
    let digest = try #require(try desk.told(Correcting.middle))
    var edit = Correcting.edit("数字有误", at: 5)
    (edit.verb, edit.target) = ("retract", digest)
    let number = try desk.archive.keep(edit)
    try desk.archive.set(retracted: true, [digest], of: key)
    let again = try Correcting.reports[1].text + "（转载）\n"
    #expect(try desk.bench.arrive([("again.txt", again)]) == Tally(sources: 1))
    let source = try #require(try desk.bench.entries("source").first)
    #expect(source["MINUTED_REASON"] == "retracted")
    #expect(source["MESSAGE"]?.contains("已人工撤回（数字有误）") == true)
    #expect(source["MESSAGE"]?.contains("minutectl retract --undo \(digest.prefix(8))") == true)
    #expect(try desk.told(Correcting.middle) == nil)
    // Taken back, it holds again, and so does all that is said of later reports.
    try desk.archive.undo(number, by: number)
    try desk.archive.set(retracted: false, [digest], of: key)
    #expect(try desk.bench.arrive([("third.txt", again + "（再转载）\n")]) == Tally(sources: 1))
    #expect(try desk.bench.values("MINUTED_REASON", of: "source") == ["retracted"])
  }
}
