// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Names that this meeting uses for the first time in its series and that a peer used before it.
///
/// Only what is new here is asked for: a name of last year's report was taken over long ago. Of several peers the
/// first by date is named; `scope` tells by how many days.
enum PeerTerms {
  static func find(_ sides: [Comparing]) -> [Change] {
    guard let first = sides.first else { return [] }
    let terms = first.meeting.priorities.flatMap(\.terms).unique(without: [])
    return terms.filter { term in !first.earlier.contains { $0.holds(term) } }.compactMap { term in
      let ahead = sides.first { side in side.isEarlier && side.baseline.holds(term) }
      return ahead.map { change(term, $0) }
    }
  }

  private static func change(_ term: String, _ side: Comparing) -> Change {
    var change = Change(.peerAhead, .formulation, in: side, rule: "peer-terms")
    (change.wordingFrom, change.wordingTo) = (term, term)
    change.from = side.naming(term, in: side.baseline)
    change.to = side.naming(term, in: side.meeting)
    if let there = side.baseline.date, let here = side.meeting.date, let days = there.days(until: here) {
      change.scope = "早\(days)天"
    }
    return change
  }
}

extension Comparing {
  /// True where the baseline's meeting was surely held before this one.
  fileprivate var isEarlier: Bool {
    guard let there = baseline.date, let here = meeting.date else { return false }
    return there < here && there.precision == here.precision
  }
}

extension MeetingDate {
  /// How many days lie between two days of one year or the next, or nil where one is no day.
  fileprivate func days(until later: MeetingDate) -> Int? {
    guard let month, let day, let laterMonth = later.month, let laterDay = later.day else { return nil }
    func ordinal(_ year: Int, _ month: Int, _ day: Int) -> Int {
      (1..<month).reduce(day) { $0 + Self.days(in: $1, of: year) }
    }
    var days = ordinal(later.year, laterMonth, laterDay) - ordinal(year, month, day)
    guard (0...1).contains(later.year - year) else { return nil }
    if later.year > year { days += ordinal(year, 12, 31) }
    return days
  }
}
