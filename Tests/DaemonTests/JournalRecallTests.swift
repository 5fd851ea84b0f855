// SPDX-License-Identifier: Apache-2.0
import Archive
import Digest
import Minutes
import Testing

@testable import Daemon

@Suite struct `What the journal is asked for after a restore` {
  private let bench: Correcting

  init() throws { bench = try Correcting() }

  private func split() throws -> (asked: [Entry], following: [Entry]) {
    let rows = try bench.archive.pendingEntries(limit: 10_000)
    let personal = try bench.archive.digestsOfEdits(among: Set(rows.compactMap(\.digestID)))
    let (asked, following) = JournalRecall.split(rows, personal: personal)
    return (asked.compactMap { Entry(bytes: $0.fields) }, following.compactMap { Entry(bytes: $0.fields) })
  }

  @Test func `is all that follows from files`() throws {
    let (asked, following) = try split()
    #expect(asked.isEmpty && !following.isEmpty)
  }

  @Test func `is nothing that a person asked for`() throws {
    let files = try split().following.map(\.id)
    let done = try bench.changeFigure("助餐点1143个", of: Correcting.middle, .value, "1243")
    _ = try bench.undo(done.edit)
    var edit = Correcting.edit("误传", at: 5)
    edit.verb = "withdraw"
    let key = MeetingKey(id: Correcting.middle, provenance: .invented)
    let withdrawn = try Editor(bench.bench.pipeline).withdraw(key, as: edit).get()
    _ = try bench.undo(withdrawn.edit, at: 6)
    let (asked, following) = try split()
    #expect(following.map(\.id) == files)
    let events = Set(asked.compactMap { $0["MINUTED_EVENT"] })
    #expect(events.isSuperset(of: ["correction", "retraction"]))
    #expect(asked.contains { $0["MINUTED_REASON"] == "reinstated" })
  }
}

@Suite struct `The line over many files` {
  @Test(arguments: [(0, nil), (2, "收到2份：摘要2；逐份见各条摘要")])
  func `is told where there were any`(files: Int, told: String?) throws {
    let bench = try Bench()
    let id = try bench.archive.beginBatch(.import)
    var batch = try #require(try bench.archive.openBatch())
    #expect(batch.id == id)
    batch.files = files
    batch.tally = Tally(digests: files)
    #expect(RollupEntry.make(batch, MachineEntries(rules: "r"))?["MESSAGE"] == told)
  }
}
