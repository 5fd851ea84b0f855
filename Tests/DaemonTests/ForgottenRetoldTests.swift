// SPDX-License-Identifier: Apache-2.0
import Archive
import Desk
import Digest
import Foundation
import Minutes
import Testing

@testable import Daemon

/// What is told of documents that were forgotten, in the journal and on pages that are written later.
@Suite struct `A correction because reports were forgotten` {
  private let bench: Bench
  private var archive: MeetingArchive { bench.archive }

  init() throws { bench = try Bench() }

  private func forget(_ hashes: [String]) throws -> Pipeline.Forgotten {
    let edit = Edit(at: 7, uid: 0, who: "root", verb: "forget", target: "", reason: "误传")
    return try bench.pipeline.forget(hashes, edit, now: 7)
  }

  private func sha256(_ text: String) -> String { SHA256.hex(Array(text.utf8)) }

  /// What a page says was the cause of the last correction.
  private func cause(of correction: String) throws -> Correction.Cause? {
    let kept = try #require(try archive.digests(prefix: correction).first)
    return try DigestLineage(
      archive: archive, comparer: bench.pipeline.corrector.comparisons.comparer
    ).correction(of: kept)?.cause
  }

  private func lastCorrection() throws -> Entry {
    try #require(try bench.entries("correction").last { $0.id.hasSuffix("-00") })
  }

  /// A page of two meetings, one page of its first alone and one of its second.
  private func pages() throws -> [(name: String, text: String)] {
    let both = try seed("example/2024/2024-05-10-hanhai-yanglao-cishan.txt")
    let lines = both.split(separator: "\n")
    let second = try #require(lines.firstIndex { $0.hasPrefix("澜浦") })
    func page(_ body: ArraySlice<Substring>) -> String {
      "2024年5月10日\n" + body.joined(separator: "\n") + "\n"
    }
    return [
      ("both.txt", both), ("first.txt", page(lines[1..<second])),
      ("second.txt", page(lines[second...].dropLast()).replacing("长者食堂累计开办51家，", with: "")),
    ]
  }

  @Test func `names those that told of its meeting, and no other`() throws {
    let pages = try pages()
    for page in pages { _ = try bench.arrive([page]) }
    let outcome = try forget(pages.prefix(2).map { sha256($0.text) })
    #expect(outcome.gone.map(\.id) == ["990100/慈善工作会议/2024-05-08"])
    #expect(outcome.left.map(\.id) == ["990200/养老服务工作推进会/2024"])
    let told = try lastCorrection()
    #expect(told["MINUTED_MEETING_ID"] == outcome.left.first?.id)
    let message = try #require(told["MESSAGE"])
    #expect(message.contains("报道both.txt已按要求删除（误传）"), "\(message)")
    #expect(try cause(of: #require(told["MINUTED_DIGEST_ID"]))?.forgotten == ["both.txt"])
  }

  @Test func `says on its page later that other reports told of the meeting then`() throws {
    let reports = try Correcting.reports
    let short = reports[1].text.replacing("新建老年助餐点1143个", with: "新建老年助餐点")
    for report in [("short.txt", short), reports[1], reports[2]] {
      _ = try bench.arrive([report])
      try bench.pipeline.correct(archive.awaitedCorrections())
    }
    _ = try forget([sha256(reports[1].text)])
    let note = RemovalNote(meeting: Correcting.middle, act: .forgottenInPart, reason: "误传")
    let id = try #require(try lastCorrection()["MINUTED_DIGEST_ID"])
    #expect(try cause(of: id) == .removal(note))
    let outcome = try forget([sha256(short)])
    #expect(outcome.gone.map(\.id) == [Correcting.middle])
    #expect(try cause(of: id) == .removal(note))
  }

  @Test func `names all where the edit is from before it was kept which told of what`() throws {
    let key = MeetingKey(id: Correcting.middle, provenance: .invented)
    var edit = Edit(at: 7, uid: 0, who: "root", verb: "forget", target: "")
    edit.content = ["documents": "a b", "meetings": key.id]
    #expect(edit.documents(of: key) == ["a", "b"] && edit.leaves(key) == nil)
    edit.note(["a", "b"], of: [(key: key, documents: ["b"])])
    edit.noteLeft([])
    #expect(edit.documents(of: key) == ["b"] && edit.leaves(key) == false)
    #expect(edit.forgottenMeetings == [key.id])
  }
}
