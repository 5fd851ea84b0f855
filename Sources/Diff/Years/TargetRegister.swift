// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// Every target that a series of meetings has set, and what became of it by its latest report.
///
/// The verdicts are those that the digests tell, one meeting after the other, so that the register never says
/// other than they do. A verdict that a later report gives replaces the earlier, but what was met stays met,
/// unless a later report corrects the very number that met it.
package struct TargetRegister: Sendable, Hashable {
  /// What became of a target.
  package enum State: String, Sendable, Hashable, CaseIterable {
    case met
    case metEarly = "met_early"
    case missed
    /// Missed as far as can be told, but the words differ or the text is short: 待核.
    case doubtful
    case unreported
    /// A later report does not name it, and its due date is still to come.
    case notDue = "not_due"
    /// No report is kept that looks back on it.
    case open
    /// It was given up for another number before it was due.
    case replaced
  }

  /// One target.
  package struct Entry: Sendable, Hashable {
    package var target: Figure
    /// The meeting that set it, and the year its report plans for.
    package var meeting: String
    package var year: Int?
    package var state: State
    /// The change that judged it, with the answer's figure and place; nil while no report has judged it.
    package var verdict: Change?
    /// The meeting whose report judged it, or after which a bulletin did.
    package var judgedBy: String?
    /// The answer as it was first reported, where a later report revised it: 47家, now 44家.
    package var unrevised: Figure?
    /// The bulletin that answered in a report's stead.
    package var bulletin: Bulletin?

    package var due: Int? { target.period?.lastYear }
  }

  /// By the meeting that set them and the order of its report.
  package let entries: [Entry]

  /// The register of the meetings of one series, given by date, and of what their place published in between.
  package init(of meetings: [Meeting], bulletins: [Bulletin] = [], by comparer: Comparer) {
    var entries: [Key: Entry] = [:]
    var order: [Key] = []
    for (place, meeting) in meetings.enumerated() {
      if place > 0 { Self.judge(&entries, meetings[..<place], bulletins, meeting, comparer) }
      for target in meeting.figures where target.aspect == .target {
        let key = Key(meeting: meeting.id, figure: target)
        order.append(key)
        entries[key] = Entry(target: target, meeting: meeting.id, year: meeting.planYear, state: .open)
      }
    }
    self.entries = order.compactMap { entries[$0] }
  }

  private struct Key: Hashable {
    var meeting: String
    var figure: Figure
  }

  private static func judge(
    _ entries: inout [Key: Entry], _ earlier: ArraySlice<Meeting>, _ bulletins: [Bulletin],
    _ meeting: Meeting,
    _ comparer: Comparer
  ) {
    let history = earlier.map { Record(meeting: $0, documents: []) }
    let published = bulletins.filter { bulletin in meeting.date.map { bulletin.published < $0 } ?? false }
    let baselines = Baselines(previous: history.last, history: history, bulletins: published)
    let changes = comparer.changes(in: meeting, against: baselines)
    for revision in changes where revision.kind == .revised && revision.relation == .previous {
      for key in entries.keys { entries[key]?.revise(by: revision, in: meeting, words: comparer.words) }
    }
    for change in changes {
      guard let state = state(change), let target = change.figures?.from,
        let setter = change.from.first?.meeting
      else { continue }
      let key = Key(meeting: setter, figure: target)
      guard let known = entries[key], known.state != .met, known.state != .metEarly else { continue }
      // A number set anew says nothing of a target that the same report has judged.
      if state == .replaced, known.judgedBy == meeting.id { continue }
      entries[key]?.state = state
      entries[key]?.verdict = change
      entries[key]?.judgedBy = meeting.id
      let hash = change.to.first?.excerpt.document
      entries[key]?.bulletin = published.first { $0.document.sha256 == hash }
    }
  }

  /// What a change says of the target in it; nil for changes that judge none.
  private static func state(_ change: Change) -> State? {
    if change.kind == .met { return change.figures?.note == .metEarly ? .metEarly : .met }
    if change.kind == .missed { return change.confidence == .low ? .doubtful : .missed }
    if change.kind == .unreported { return .unreported }
    if change.kind == .notDue { return .notDue }
    return [.targetUp, .targetDown].contains(change.kind) && replaces(change) ? .replaced : nil
  }

  /// True where both numbers are for the same year: next year's target replaces none.
  private static func replaces(_ change: Change) -> Bool {
    guard let old = change.figures?.from?.period, let new = change.figures?.to?.period else { return false }
    return old == new && change.relation == .previous
  }
}
