// SPDX-License-Identifier: Apache-2.0
import Archive
import Desk
import Digest
import Foundation
import Minutes
import Testing

@testable import Daemon

/// Digests of other meetings than the one that is taken away.
@Suite struct `What rests on a meeting that a person takes away` {
  private let desk: Correcting

  init() throws { desk = try Correcting() }

  private func withdraw(_ id: String) throws -> Editor.Done {
    var edit = Correcting.edit("伪造", at: 5)
    edit.verb = "withdraw"
    return try Editor(desk.bench.pipeline).withdraw(MeetingKey(id: id, provenance: .invented), as: edit).get()
  }

  /// The first lines of corrections, by their meetings.
  private func corrections() throws -> [String: String] {
    let heads = try desk.bench.entries("correction").filter { $0.id.hasSuffix("-00") }
    return Dictionary(heads.map { ($0["MINUTED_MEETING_ID"] ?? "", $0["MESSAGE"] ?? "") }) { $1 }
  }

  @Test func `is told anew where only targets of years before come from it, and holds again`() throws {
    let before = try desk.told(Correcting.last)
    let done = try withdraw(Correcting.first)
    let told = try #require(try corrections()[Correcting.last])
    #expect(told.contains("2023-02-24会议已由人工撤出（伪造），与它有关的内容已重新计算"), "\(told)")
    #expect(
      try desk.archive.previous(of: MeetingKey(id: Correcting.last, provenance: .invented))
        == Correcting.middle)
    _ = try desk.undo(done.edit)
    #expect(try desk.told(Correcting.last) == before)
  }

  @Test func `is told anew in the place below`() throws {
    let city = try seed("example/2024/2024-04-12-lanpu-minzheng.txt")
    _ = try desk.bench.arrive([("city.txt", city)])
    let id = try #require(try desk.archive.meetings().last { $0.name?.contains("澜浦") == true }?.id)
    let before = try #require(try desk.archive.told(of: MeetingKey(id: id, provenance: .invented)))
    #expect(before.baselines.contains(Correcting.middle))
    let done = try withdraw(Correcting.middle)
    let told = try #require(try corrections()[id])
    #expect(told.contains("\(Correcting.middle)会议已由人工撤出（伪造）"), "\(told)")
    _ = try desk.undo(done.edit)
    #expect(try desk.told(id) == before.id)
  }

  @Test func `is told with it again, though it was taken away itself and came back last`() throws {
    let before = try desk.told(Correcting.middle)
    let first = try withdraw(Correcting.first)
    #expect(try desk.told(Correcting.middle) != before)
    let middle = try withdraw(Correcting.middle)
    _ = try desk.undo(first.edit, at: 6)
    _ = try desk.undo(middle.edit, at: 7)
    #expect(try desk.told(Correcting.middle) == before)
  }

  @Test func `is told anew where one of two reports of it is forgotten`() throws {
    let bench = try Bench()
    let reports = try Correcting.reports
    let short = reports[1].text.replacing("新建老年助餐点1143个", with: "新建老年助餐点")
    _ = try bench.arrive([("short.txt", short)])
    let key = MeetingKey(id: Correcting.middle, provenance: .invented)
    _ = try bench.arrive([reports[1]])
    try bench.pipeline.correct([key])
    _ = try bench.arrive([reports[2]])
    let edit = Edit(at: 7, uid: 0, who: "root", verb: "forget", target: "", reason: "误传")
    let sha256 = SHA256.hex(Array(reports[1].text.utf8))
    let outcome = try bench.pipeline.forget([sha256], edit, now: 7)
    #expect(outcome.left == [key])
    let told = try #require(try bench.entries("correction").last { $0.id.hasSuffix("-00") })
    #expect(told["MINUTED_MEETING_ID"] == Correcting.last)
    let message = try #require(told["MESSAGE"])
    let line = message.split(whereSeparator: \.isWhitespace).joined()
    #expect(line.contains("2024-03-08会议的一份报道已按要求删除（误传），与它有关的内容已重新计算"), "\(message)")
  }
}
