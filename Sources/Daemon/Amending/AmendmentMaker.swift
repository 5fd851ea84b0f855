// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Diff
internal import Minutes
internal import Reading

/// Makes amendments of what a person wants to have put right: one for each report that says the same.
///
/// A meeting is told by several reports, and the portal's copy has the same wrong number. Left alone there,
/// it would come in again by the back door.
struct AmendmentMaker {
  let archive: MeetingArchive
  let amending: Amending

  /// Refused where there is no such thing, it has become another meanwhile, or the new words mean nothing.
  func amendments(_ wanted: WantedEdit) throws(ArchiveError) -> Result<[Amendment], EditRefusal> {
    if let edit = try archive.withdrawal(of: wanted.key) {
      return refused(
        Saying("\(wanted.key.id) is withdrawn", "会议 \(wanted.key.id) 已撤回"),
        hint: Saying(
          "take that back first: minutectl withdraw --undo \(edit.id) --reason …",
          "请先恢复会议：minutectl withdraw --undo \(edit.id) --reason …"))
    }
    guard let record = try archive.record(wanted.key) else {
      return refused(
        Saying("no meeting has the id \(wanted.key.id)", "没有编号为 \(wanted.key.id) 的会议"),
        hint: Saying("minutectl list shows ids", "编号见 minutectl list"))
    }
    guard let thing = Thing(wanted, in: record.meeting) else {
      return refused(
        Saying(
          "\(wanted.subject) \(wanted.number) of \(wanted.key.id) is not what it was",
          "\(wanted.key.id) 的第\(wanted.number)项已不是所见的那一项"),
        hint: Saying(
          "minutectl correct \(wanted.key.id) lists what can be put right",
          "可更正的各项见 minutectl correct \(wanted.key.id)"))
    }
    let values: [(Amendment.Field, String)]
    do throws(AmendmentError) {
      values = try wanted.changes.map { (change) throws(AmendmentError) in
        (
          change.field,
          try amending.amender.value(
            of: change.field, from: thing.number(in: change, of: wanted), for: record.meeting)
        )
      }
    } catch { return .failure(EditRefusal(error)) }
    if let head = wanted.ruledBothWays {
      return refused(
        Saying("“\(head)” cannot be the same task and another one", "“\(head)”不能既是同一项又不是同一项"),
        hint: Saying("give --link or --unlink", "请只用 --link 或 --unlink"))
    }
    var made: [Amendment] = []
    for document in record.documents {
      made += try amendments(of: thing, values, in: document.sha256, wanted.key.id)
    }
    if made.isEmpty {
      return refused(
        Saying("this is so already", "本来如此，无需更正"),
        hint: Saying("minutectl corrections list shows what is in force", "现有更正见 minutectl corrections list"))
    }
    if !wanted.merges, let other = try otherMeeting(that: wanted.key, becomesBy: made) {
      return refused(
        Saying(
          "\(other.id) is kept already: the two would become one meeting",
          "已收存 \(other.id)：两次会议会合成一次"),
        hint: Saying(
          "add --merge if they are one; minutectl show \(other.id) shows the other",
          "若是同一次会议，请加 --merge；另一次见 minutectl show \(other.id)"))
    }
    return .success(made)
  }

  private func refused(_ what: Saying, hint: Saying) -> Result<[Amendment], EditRefusal> {
    .failure(EditRefusal(what, hint: hint))
  }

  /// A meeting that is kept and that this one would be from then on.
  private func otherMeeting(
    that key: MeetingKey, becomesBy made: [Amendment]
  ) throws(ArchiveError) -> MeetingKey? {
    for sha256 in Set(made.filter { $0.mark.subject == .meeting }.map(\.document)).sorted() {
      guard let read = try amending.unamended(sha256) else { continue }
      let kept = try archive.amendments(of: sha256).map(\.amendment)
      let after = amending.amender.apply(kept + made.filter { $0.document == sha256 }, to: read.report)
      for part in Set(made.filter { $0.document == sha256 }.map(\.part)).sorted() {
        let other = MeetingKey(id: after.report.meetings[part - 1].id, provenance: key.provenance)
        if other != key, try archive.record(other) != nil { return other }
      }
    }
    return nil
  }

  /// What is to be amended in one document, as far as it says the same.
  private func amendments(
    of thing: Thing, _ values: [(Amendment.Field, String)], in sha256: String, _ meeting: String
  ) throws(ArchiveError) -> [Amendment] {
    guard let reading = try amending.unamended(sha256) else { return [] }
    let laid = try amending.laid(over: reading).report
    return laid.report.meetings.indices.filter { laid.report.meetings[$0].id == meeting }.flatMap { place in
      let (read, now) = (reading.report.meetings[place], laid.report.meetings[place])
      return marks(of: thing, in: now, laid, place, read).flatMap { mark, before, isSo in
        values.filter { !isSo($0.0, $0.1) }.map {
          Amendment(
            document: sha256, part: place + 1, mark: mark, field: $0.0, before: before($0.0), after: $0.1)
        }
      }
    }
  }

  /// What a field says by the rules.
  private typealias Text = (Amendment.Field) -> String?
  /// Whether a field says something as it is amended now.
  private typealias Question = (Amendment.Field, String) -> Bool

  /// Where one meeting of a document has the thing: how it is found again, what the rules read, whether it
  /// says something now.
  private func marks(
    of thing: Thing, in now: Meeting, _ laid: AmendedReport, _ place: Int, _ read: Meeting
  ) -> [(Mark, Text, Question)] {
    switch thing {
    case .meeting: return [(read.mark, read.text, { now.text(of: $0) == $1 })]
    case .figure(let figure):
      return now.figures.enumerated().filter { $0.element.facts == figure.facts }.map { index, figure in
        let origin = read.figures[laid.figureOrigins[place][index]]
        return (origin.mark, origin.text, { $0 != .none && figure.text(of: $0) == $1 })
      }
    case .priority(let task):
      return now.priorities.enumerated().filter {
        $0.element.body == task.body && $0.element.head == task.head
      }
      .map { index, task in
        let origin = read.priorities[laid.taskOrigins[place][index]]
        return (origin.mark, origin.text, task.says)
      }
    }
  }

  /// What of a meeting is meant.
  private enum Thing {
    case meeting
    case figure(Figure)
    case priority(Priority)

    /// A number as it is read: a person may write the figure's unit behind it, 14500张, 72.5%.
    func number(in change: (field: Amendment.Field, text: String), of wanted: WantedEdit) -> String {
      guard case .figure(let figure) = self, change.field == .value else { return change.text }
      let unit = wanted.changes.last { $0.field == .unit }?.text ?? figure.quantity.unit
      let units = [unit] + (unit == "%" ? ["％"] : [])
      let written = units.first { !$0.isEmpty && change.text.hasSuffix($0) }
      return String(change.text.dropLast(written?.count ?? 0))
    }

    /// Nil where the meeting has no such thing, or the client saw another one under its number.
    init?(_ wanted: WantedEdit, in meeting: Meeting) {
      switch wanted.subject {
      case .meeting: self = .meeting
      case .figure:
        let slots = meeting.figureSlots
        guard slots.indices.contains(wanted.number - 1) else { return nil }
        let slot = slots[wanted.number - 1]
        guard !slot.isRemoved, slot.figure.excerpt.text == wanted.words else { return nil }
        self = .figure(slot.figure)
      case .priority:
        guard let task = meeting.priorities.first(where: { $0.rank == wanted.number }),
          task.head == wanted.words
        else { return nil }
        self = .priority(task)
      }
    }
  }
}

extension Priority {
  /// True where a field says this already.
  fileprivate func says(_ field: Amendment.Field, _ text: String) -> Bool {
    switch field {
    case .none: false
    case .link, .unlink: rulings.last { $0.head == text }?.isSame == (field == .link)
    default: self.text(of: field) == text
    }
  }
}
