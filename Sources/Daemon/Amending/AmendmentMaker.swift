// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Diff
internal import Minutes
internal import Reading

/// Makes amendments of what a person wants to have put right: one for each report that says the same.
///
/// A meeting is told by several reports, and the portal's copy has the same wrong number. Left alone there, it
/// would come in again by the back door.
struct AmendmentMaker {
  let archive: MeetingArchive
  let amending: Amending

  /// Refused where there is no such thing, it has become another meanwhile, or the new words mean nothing.
  func amendments(_ wanted: WantedEdit) throws(ArchiveError) -> Result<[Amendment], EditRefusal> {
    if let edit = try archive.withdrawal(of: wanted.key) {
      return .failure(
        EditRefusal(
          "\(wanted.key.id) is withdrawn", hint: "take that back first: minutectl withdraw --undo \(edit.id)")
      )
    }
    guard let record = try archive.record(wanted.key) else {
      return .failure(EditRefusal("no meeting has the id \(wanted.key.id)", hint: "minutectl list shows ids"))
    }
    guard let thing = Thing(wanted, in: record.meeting) else {
      let what = "\(wanted.subject) \(wanted.number) of \(wanted.key.id) is not what it was"
      return .failure(
        EditRefusal(what, hint: "minutectl correct \(wanted.key.id) lists what can be put right"))
    }
    let values: [(Amendment.Field, String)]
    do throws(AmendmentError) {
      values = try wanted.changes.map { (change) throws(AmendmentError) in
        (change.field, try amending.amender.value(of: change.field, from: change.text, for: record.meeting))
      }
    } catch { return .failure(EditRefusal(error)) }
    var made: [Amendment] = []
    for document in record.documents {
      made += try amendments(of: thing, values, in: document.sha256, wanted.key.id)
    }
    return made.isEmpty
      ? .failure(EditRefusal("this is so already", hint: "minutectl corrections list shows what is in force"))
      : .success(made)
  }

  /// What is to be amended in one document, as far as it says the same.
  private func amendments(
    of thing: Thing, _ values: [(Amendment.Field, String)], in sha256: String, _ meeting: String
  ) throws(ArchiveError) -> [Amendment] {
    guard let reading = try amending.unamended(sha256) else { return [] }
    let laid = try amending.laid(over: reading).report
    return laid.report.meetings.indices.filter { laid.report.meetings[$0].id == meeting }.flatMap { place in
      let (read, now) = (reading.report.meetings[place], laid.report.meetings[place])
      return marks(of: thing, in: now, laid, place, read).flatMap { mark, before, present in
        values.filter { $0.1 != present($0.0) || $0.0 == .link || $0.0 == .unlink || $0.0 == .none }.map {
          Amendment(
            document: sha256, part: place + 1, mark: mark, field: $0.0, before: before($0.0), after: $0.1)
        }
      }
    }
  }

  /// What a field says by the rules, or as it is amended now.
  private typealias Text = (Amendment.Field) -> String?

  /// Where one meeting of a document has the thing: how it is found again, what the rules read, what it says
  /// now.
  private func marks(
    of thing: Thing, in now: Meeting, _ laid: AmendedReport, _ place: Int, _ read: Meeting
  ) -> [(Mark, Text, Text)] {
    switch thing {
    case .meeting: return [(read.mark, read.text, now.text)]
    case .figure(let figure):
      return now.figures.enumerated().filter { $0.element.facts == figure.facts }.map { index, figure in
        let origin = read.figures[laid.figureOrigins[place][index]]
        return (origin.mark, origin.text, figure.text)
      }
    case .priority(let task):
      return now.priorities.enumerated().filter {
        $0.element.body == task.body && $0.element.head == task.head
      }
      .map { index, task in
        let origin = read.priorities[laid.taskOrigins[place][index]]
        return (origin.mark, origin.text, task.text)
      }
    }
  }

  /// What of a meeting is meant.
  private enum Thing {
    case meeting
    case figure(Figure)
    case priority(Priority)

    /// Nil where the meeting has no such thing, or the client saw another one under its number.
    init?(_ wanted: WantedEdit, in meeting: Meeting) {
      switch wanted.subject {
      case .meeting: self = .meeting
      case .figure:
        guard meeting.figures.indices.contains(wanted.number - 1) else { return nil }
        let figure = meeting.figures[wanted.number - 1]
        guard figure.excerpt.text == wanted.words else { return nil }
        self = .figure(figure)
      case .priority:
        guard let task = meeting.priorities.first(where: { $0.rank == wanted.number }),
          task.head == wanted.words
        else { return nil }
        self = .priority(task)
      }
    }
  }
}
