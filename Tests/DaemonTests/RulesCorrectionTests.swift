// SPDX-License-Identifier: Apache-2.0
import Archive
import Desk
import Digest
import Foundation
import GRDB
import Minutes
import Settings
import TestKit
import Testing

@testable import Daemon

/// Three years' digests, and rules that record 个 as 座 since.
@Suite struct `What newer rules read otherwise` {
  private let desk: Correcting
  private let pipeline: Pipeline

  init() throws {
    desk = try Correcting()
    let folder = desk.bench.folder.appending(path: "words")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("个\tcount\t座\n".utf8).write(to: folder.appending(path: "units.tsv"))
    let example = Repository.root.appending(path: "seeds/lexicon").path
    let setup = try desk.bench.reconfigured("LexiconPath=\(example)\nLexiconPath=\(folder.path)")
    pipeline = Pipeline(setup: setup, archive: desk.archive, state: desk.bench.state)
    var rereading = try Rereading(archive: desk.archive, pipeline: pipeline)
    let extractions = Extractions(loop: EventLoop(), extractor: setup.extractor, most: 1)
    while rereading.left > 0 { try rereading.advance(extractions) }
  }

  private func correct(isTrial: Bool = false) throws -> RulesCorrection {
    var edit = Edit(at: 5, uid: 0, who: "root", verb: "reread", target: "", reason: "新词表")
    if !isTrial { edit.id = try desk.archive.keep(edit) }
    var work = RulesCorrection(for: edit, isTrial: isTrial)
    while try work.advance(pipeline) {}
    return work
  }

  @Test func `corrects nothing that was sent by itself, and is counted on trial`() throws {
    #expect(try desk.bench.entries("correction").isEmpty)
    let trial = try correct(isTrial: true)
    #expect(trial.compared == 3 && trial.corrected > 0)
    #expect(try desk.bench.entries("correction").isEmpty && desk.archive.edits(["reread"]).isEmpty)
  }

  @Test func `is told when somebody asks for it, with the rules and the reason, once`() throws {
    let before = try [Correcting.first, Correcting.middle, Correcting.last].map(desk.told)
    let done = try correct()
    let corrections = try desk.bench.entries("correction").filter { $0.id.hasSuffix("-00") }
    #expect(corrections.count == done.corrected && done.corrected > 0 && done.compared == 3)
    #expect(corrections.allSatisfy { before.contains($0["MINUTED_SUPERSEDES"]) })
    #expect(corrections.allSatisfy { $0["MINUTED_RULES"] == pipeline.rules })
    let message = try #require(corrections.first?["MESSAGE"])
    let line = message.split(whereSeparator: \.isWhitespace).joined()
    #expect(line.contains("按规则\(pipeline.rules)重读（新词表）；"), "\(message)")
    let again = try correct()
    #expect(again.corrected == 0 && again.compared == done.compared - done.corrected)
  }

  @Test func `is told all the same where it could not be kept at first`() throws {
    let database = try DatabaseQueue(path: desk.bench.state.path + "/archive.sqlite")
    try database.write { db in
      let refusal = "BEGIN SELECT RAISE(ABORT, 'no room'); END"
      try db.execute(sql: "CREATE TRIGGER refusal BEFORE INSERT ON digests \(refusal)")
    }
    var edit = Edit(at: 5, uid: 0, who: "root", verb: "reread", target: "", reason: "新词表")
    edit.id = try desk.archive.keep(edit)
    var work = RulesCorrection(for: edit, isTrial: false)
    do {
      while try work.advance(pipeline) {}
      Issue.record("kept what cannot be")
    } catch {}
    try database.write { db in try db.execute(sql: "DROP TRIGGER refusal") }
    while try work.advance(pipeline) {}
    let corrections = try desk.bench.entries("correction").filter { $0.id.hasSuffix("-00") }
    #expect(work.compared == 3 && work.corrected > 0 && corrections.count == work.corrected)
  }

  @Test func `is looked through from the beginning where other rules come in its midst`() throws {
    let edit = Edit(at: 5, uid: 0, who: "root", verb: "reread", target: "")
    var work = RulesCorrection(for: edit, isTrial: true)
    while try work.advance(desk.bench.pipeline) {}
    #expect(work.compared == 0)
    while try work.advance(pipeline) {}
    #expect(work.compared == 3 && work.corrected > 0)
  }

  @Test func `is named on the page of the correction, too`() throws {
    _ = try correct()
    let id = try #require(try desk.bench.entries("correction").first?["MINUTED_DIGEST_ID"])
    let kept = try #require(try desk.archive.digests(prefix: id).first)
    let lineage = DigestLineage(archive: desk.archive, comparer: pipeline.corrector.comparisons.comparer)
    #expect(try lineage.correction(of: kept)?.cause == .rules(pipeline.rules, reason: "新词表"))
  }
}
