// SPDX-License-Identifier: Apache-2.0
import Archive
import Digest
import Foundation
import Minutes
import TestKit
import Testing

@testable import Daemon

/// An archive of the example province's meetings of three years, and a person who puts them right.
struct Correcting {
  let bench: Bench
  static let last = "990000/民政工作会议/2025"
  static let middle = "990000/民政工作会议/2024-03-08"
  static let first = "990000/民政工作会议/2023-02-24"

  static var reports: [(name: String, text: String)] {
    get throws {
      try ["2023/2023-02-24", "2024/2024-03-08", "2025/2025-03-14"].map {
        ("\($0.suffix(10)).txt", try seed("example/\($0)-hanhai-minzheng.txt"))
      }
    }
  }

  init() throws {
    bench = try Bench()
    for report in try Self.reports { _ = try bench.arrive([report]) }
  }

  var archive: MeetingArchive { bench.archive }

  func record(_ id: String) throws -> Record? { try archive.record(id: id, provenance: .invented) }

  func told(_ id: String) throws -> String? {
    try archive.told(of: MeetingKey(id: id, provenance: .invented))?.id
  }

  /// The place of a figure in a meeting's list, by words of its quotation.
  func figure(_ words: String, of id: String) throws -> (number: Int, figure: Figure)? {
    let meeting = try record(id)?.meeting
    let figures = meeting?.figures ?? []
    return figures.firstIndex { $0.excerpt.text.contains(words) }.map {
      (meeting?.figureNumbers[$0] ?? 0, figures[$0])
    }
  }

  static func edit(_ reason: String = "核对原件", at: Int64 = 1) -> Edit {
    Edit(at: at, uid: 0, who: "root", verb: "correct", target: "", reason: reason)
  }

  @discardableResult
  func change(
    _ id: String, _ changes: [(Amendment.Field, String)], _ subject: Mark.Subject = .meeting, number: Int = 0,
    words: String = "", at: Int64 = 1, merges: Bool = false
  ) throws -> Editor.Done {
    try outcome(id, changes, subject, number: number, words: words, at: at, merges: merges).get()
  }

  func outcome(
    _ id: String, _ changes: [(Amendment.Field, String)], _ subject: Mark.Subject = .meeting, number: Int = 0,
    words: String = "", at: Int64 = 1, merges: Bool = false
  ) throws -> Editor.Outcome {
    var wanted = WantedEdit(
      key: MeetingKey(id: id, provenance: .invented), subject: subject, number: number, words: words,
      changes: changes.map { (field: $0.0, text: $0.1) })
    wanted.merges = merges
    return try Editor(bench.pipeline).correct(wanted, as: Self.edit(at: at))
  }

  /// Why a change is refused; nil where it was made.
  func refusal(
    _ id: String, _ changes: [(Amendment.Field, String)], _ subject: Mark.Subject = .meeting, number: Int = 0,
    words: String = ""
  ) throws -> EditRefusal? {
    if case .failure(let refusal) = try outcome(id, changes, subject, number: number, words: words) {
      refusal
    } else {
      nil
    }
  }

  @discardableResult
  func changeFigure(
    _ words: String, of id: String, _ field: Amendment.Field, _ text: String, at: Int64 = 1
  ) throws -> Editor.Done {
    let (number, figure) = try #require(try figure(words, of: id))
    return try change(id, [(field, text)], .figure, number: number, words: figure.excerpt.text, at: at)
  }

  /// A task of the middle meeting by its rank.
  func task(_ rank: Int) throws -> Priority {
    try #require(try record(Self.middle)?.meeting.priorities.first { $0.rank == rank })
  }

  func undo(_ edit: Int64, at: Int64 = 2) throws -> Editor.Done {
    var undo = Self.edit("改错了", at: at)
    undo.verb = "undo"
    return try Editor(bench.pipeline).undo(edit, as: undo).get()
  }
}
