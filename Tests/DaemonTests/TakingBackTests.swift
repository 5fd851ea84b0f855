// SPDX-License-Identifier: Apache-2.0
import Archive
import Desk
import Digest
import Foundation
import Minutes
import Testing

@testable import Control
@testable import Daemon

extension Correcting {
  static func asks(_ verb: String, at: Int64) -> Edit {
    Edit(at: at, uid: 0, who: "root", verb: verb, target: "", reason: "误传")
  }

  var editor: Editor { Editor(bench.pipeline) }
}

@Suite struct `An edit of any kind` {
  private let desk: Correcting
  private let digest: String

  init() throws {
    desk = try Correcting()
    digest = try #require(try desk.told(Correcting.middle))
  }

  private func retract(at: Int64 = 3) throws -> Editor.Done {
    try desk.editor.retract(digest, as: Correcting.asks("retract", at: at)).get()
  }

  private func mark(at: Int64 = 4) throws -> Editor.Done {
    try desk.editor.mark("\(digest)-01", as: Correcting.asks("mark", at: at)).get()
  }

  @Test func `that withdrew a digest is taken back by its number`() throws {
    let done = try retract()
    #expect(try desk.told(Correcting.middle) == nil)
    let undone = try desk.undo(done.edit)
    #expect(undone.restored == [digest])
    #expect(try desk.told(Correcting.middle) == digest)
    #expect(try desk.bench.values("MINUTED_REASON", of: "correction") == ["reinstated"])
    #expect(try desk.archive.edit(done.edit)?.undone == undone.edit)
  }

  @Test func `that marked a change is taken back by its number`() throws {
    let before = try desk.bench.final().map(\.id)
    let done = try mark()
    #expect(try desk.bench.final().map(\.id) != before)
    _ = try desk.undo(done.edit)
    #expect(try desk.bench.final().map(\.id) == before)
    #expect(try desk.archive.edits(["mark"], isInForce: true).isEmpty)
  }

  @Test func `that cannot be taken back says what can be done instead`() throws {
    let sha256 = try desk.sha256(of: Correcting.first)
    _ = try desk.forget(Correcting.first)
    let forgotten = try #require(try desk.archive.edits(["forget"]).first)
    let release = try desk.archive.keep(Correcting.asks("release", at: 8))
    for (number, words) in [
      (forgotten.id, "minutectl forget --undo \(sha256)"), (release, "minutectl retract"),
    ] {
      guard case .failure(let refusal) = try desk.editor.undo(number, as: Correcting.asks("undo", at: 9))
      else {
        Issue.record("took back what cannot be")
        return
      }
      #expect(refusal.hint.english.contains(words), "\(refusal)")
    }
    guard case .failure(let refusal) = try desk.editor.undo(77, as: Correcting.asks("undo", at: 9)) else {
      Issue.record("took back nothing")
      return
    }
    #expect(refusal.what.english == "there is no edit 77")
  }

  @Test func `that had a report forgotten is taken back with the last of its documents`() throws {
    let sha256 = try desk.sha256(of: Correcting.first)
    _ = try desk.forget(Correcting.first)
    #expect(try desk.bench.pipeline.remember(sha256, Correcting.asks("forget-undo", at: 9)))
    let edit = try #require(try desk.archive.edits(["forget"]).first)
    #expect(edit.documents == [sha256] && edit.undone != nil)
    #expect(try !desk.bench.pipeline.remember(sha256, Correcting.asks("forget-undo", at: 10)))
  }

  @Test func `stands in the list with who, when and why, those that are over when they are asked for`() throws
  {
    _ = try retract()
    _ = try mark()
    _ = try desk.forget(Correcting.first)
    try desk.archive.keep(Correcting.asks("reread", at: 9))
    let list = try CorrectionList(archive: desk.archive).rows
    #expect(list.map { $0[4] } == ["撤回摘要", try #require(list[1][4]), "删除报道1份"])
    #expect(list[1][4].hasPrefix("标为无关紧要："))
    #expect(list.allSatisfy { $0[2] == "root" && $0[5] == "有效" && $0[6] == "误传" })
    let all = try CorrectionList(archive: desk.archive, all: true).rows
    #expect(all.count == 4 && all[3][4] == "全部重读" && all[3][5] == "已做")
  }

  @Test func `goes to another machine as far as it means the same there`() throws {
    _ = try retract()
    let taken = try mark()
    _ = try desk.undo(taken.edit, at: 5)
    _ = try mark(at: 6)
    _ = try desk.forget(Correcting.first)
    let (edits, left) = try CorrectionList.carried(in: desk.archive)
    #expect(left.map(\.verb) == ["forget"])
    let there = try Correcting()
    let lines = try edits.map { try #require(CarriedEdit(json: $0.json)) }
    func bring() throws -> [Editor.Done] {
      try lines.map { try there.editor.bring($0, by: Correcting.asks("bring", at: 20)).get() }
    }
    #expect(try bring().allSatisfy { $0.edit > 0 && !$0.isKnown })
    #expect(try there.told(Correcting.middle) == nil)
    #expect(try there.bench.values("MINUTED_REASON", of: "retraction") == ["request"])
    #expect(try there.archive.edits(["mark"]).map { $0.undone == nil } == [false, true])
    #expect(try bring().allSatisfy(\.isKnown))
    // Where nothing was told there is nothing to be withdrawn, and nobody is said to have done so.
    let empty = try Bench()
    let done = try Editor(empty.pipeline).bring(lines[0], by: Correcting.asks("bring", at: 20)).get()
    #expect(done.edit == 0 && done.absent == 1)
    #expect(try empty.archive.edits(["retract", "bring"]).isEmpty)
  }
}
