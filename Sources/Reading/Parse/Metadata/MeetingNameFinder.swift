// SPDX-License-Identifier: Apache-2.0

internal import Lexicon

/// Finds the names of meetings, and tells the meeting that a text reports from those it only names.
///
/// 浙江省民政工作座谈会在杭州召开 is reported: a verb of holding stands in its clause. 落实全国民政工作会议精神 is named
/// for its spirit: a verb of relaying before it, or 精神 after it, outweighs any verb of holding.
struct MeetingNameFinder {
  /// From this score on a name is the name of a meeting that took place.
  static let reported = 3

  let vocabulary: Vocabulary
  /// Names may be so long to the left of 工作会议.
  private static let reach = 32

  /// The best-told meeting name of the range, or nil where none is reported.
  func reported(in scalars: [UInt32], _ range: Range<Int>) -> MeetingName? {
    names(in: scalars, range).filter { $0.score >= Self.reported }.max { $0.score < $1.score }
  }

  /// All names of meetings in a range, in their order.
  func names(in scalars: [UInt32], _ range: Range<Int>) -> [MeetingName] {
    var found: [MeetingName] = []
    var place = range.lowerBound
    while place < range.upperBound {
      guard let match = vocabulary.words.longest(of: .kinds, in: scalars, at: place),
        match.range.upperBound <= range.upperBound
      else {
        place += 1
        continue
      }
      var name = name(match.range, row: match.row, in: scalars, range, after: found.last?.suffix.upperBound)
      if match.range.count > 2 || namesField(name, in: scalars) {
        name.score = score(of: name, in: scalars, range)
        found.append(name)
      }
      place = match.range.upperBound
    }
    return found
  }

  private func name(
    _ suffix: Range<Int>, row: Int, in scalars: [UInt32], _ range: Range<Int>, after previous: Int?
  ) -> MeetingName {
    let limit = max(range.lowerBound, previous ?? 0, suffix.lowerBound - Self.reach)
    var start = suffix.lowerBound
    while start > limit, Self.belongs(scalars[start - 1]) { start -= 1 }
    let whole = start..<suffix.upperBound
    let (bound, year) = bound(in: scalars, whole, before: suffix.lowerBound)
    let kind = subject(in: scalars, from: bound, before: suffix.lowerBound)..<suffix.upperBound
    return MeetingName(kind: kind, suffix: suffix, row: row, whole: whole, year: year)
  }

  /// 会议 and 大会 are names only with a field before them: 全国民政会议, but not 会议指出.
  private func namesField(_ name: MeetingName, in scalars: [UInt32]) -> Bool {
    (name.kind.lowerBound..<name.suffix.lowerBound).contains {
      vocabulary.words.longest(of: .sectors, in: scalars, at: $0) != nil
    }
  }

  private static func belongs(_ scalar: UInt32) -> Bool {
    scalar.isHan || scalar.isDigit || scalar == 0x201C || scalar == 0x201D || scalar == 0x2B
  }

  /// Where the last bounding word or year before the suffix ends, and that year.
  private func bound(in scalars: [UInt32], _ whole: Range<Int>, before end: Int) -> (Int, Int?) {
    var bound = whole.lowerBound
    var year: Int?
    for place in whole.lowerBound..<end {
      var reader = NumberReader(scalars: scalars, place: place, end: end)
      if place == whole.lowerBound || !scalars[place - 1].isDigit,
        let value = reader.number(before: 0x5E74, in: 1949...2100)
      {
        year = value
        bound = max(bound, reader.place)
      }
      vocabulary.words.forEachMatch(of: .events, in: scalars, at: place) { range, row in
        guard range.upperBound <= end, !vocabulary.eventRoles[row].isDisjoint(with: Self.bounds) else {
          return
        }
        bound = max(bound, range.upperBound)
      }
    }
    return (bound, year)
  }

  private static let bounds: EventRoles = [.bound, .hold, .relay]

  /// Where the kind begins: a place's name before the field's own word is no part of it.
  private func subject(in scalars: [UInt32], from start: Int, before end: Int) -> Int {
    var place = start
    while place < end, Self.fillers.contains(scalars[place]) { place += 1 }
    for ordinal in place..<max(place, end) where scalars[ordinal] == Self.ordinal {
      let next = pastOrdinal(in: scalars, from: ordinal, before: end)
      if next > ordinal { place = next }
    }
    let start = place
    while place < end {
      if vocabulary.words.longest(of: .sectors, in: scalars, at: place) != nil {
        let before = start..<place
        return before.isEmpty || isPlace(before, in: scalars) ? place : start
      }
      place += 1
    }
    // No known field: 云岫市消费维权座谈会 still sheds the words up to 省 市 县.
    let unit = scalars[start..<end].prefix(9).lastIndex { Self.units.contains($0) }
    return unit.map { $0 - start >= 1 ? $0 + 1 : start } ?? start
  }

  /// Past 第十四次 or 第五届, which count the meetings of one kind, whoever holds them: 市政府第38次常务会议.
  private func pastOrdinal(in scalars: [UInt32], from start: Int, before end: Int) -> Int {
    guard start < end, scalars[start] == Self.ordinal else { return start }
    var reader = NumberReader(scalars: scalars, place: start + 1, end: end)
    guard reader.number() != nil, let mark = reader.next, mark == 0x5C4A || mark == 0x6B21 else {
      return start
    }
    return reader.place + 1
  }

  /// Whether all of a range is the name of a place or of its organ: 浙江, 深圳市, 上海市政府.
  private func isPlace(_ range: Range<Int>, in scalars: [UInt32]) -> Bool {
    if Self.units.contains(scalars[range.upperBound - 1]) { return true }
    var place = range.lowerBound
    while place < range.upperBound {
      var longest = 0
      vocabulary.divisions.forEachMatch(in: scalars, at: place) { longest = max(longest, $0.count) }
      if longest == 0 { return false }
      place += longest
    }
    return place == range.upperBound
  }

  /// 的 次 了 and the like between a bounding word and the name.
  private static let fillers = ScalarSet("的了次届场个在于，")
  private static let units = ScalarSet("省市区县州盟旗局厅委部府")
  /// 第
  private static let ordinal: UInt32 = 0x7B2C
}
