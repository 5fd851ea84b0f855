// SPDX-License-Identifier: Apache-2.0

internal import Lexicon

extension MeetingNameFinder {
  /// A verb of holding in the same clause counts 4, one that touches the name 1 more; naming it for its spirit costs 6,
  /// relaying 4; a name with a field of its own is worth 1 more than 座谈会 alone.
  func score(of name: MeetingName, in scalars: [UInt32], _ range: Range<Int>) -> Int {
    let clause = clause(around: name.whole, in: scalars, range)
    var score = name.kind.lowerBound < name.suffix.lowerBound ? 1 : 0
    let before = roles(in: scalars, clause.lowerBound..<name.kind.lowerBound)
    let after = roles(in: scalars, name.suffix.upperBound..<clause.upperBound)
    if before.contains("hold") || after.contains("hold") { score += 4 }
    if before.contains("relay") { score -= 4 }
    if after.contains("spirit") { score -= 6 }
    if name.suffix.upperBound < scalars.count, scalars.has([UInt32]("精神"), at: name.suffix.upperBound) { score -= 6 }
    return score
  }

  /// The clause that a name stands in, to the next ，。；：！？ or line end on either side; spaces part headlines.
  private func clause(around name: Range<Int>, in scalars: [UInt32], _ range: Range<Int>) -> Range<Int> {
    var start = name.lowerBound
    while start > range.lowerBound, !scalars[start - 1].endsClause, name.lowerBound - start < 40 { start -= 1 }
    var end = name.upperBound
    while end < range.upperBound, !scalars[end].endsClause, end - name.upperBound < 40 { end += 1 }
    return start..<end
  }

  private func roles(in scalars: [UInt32], _ range: Range<Int>) -> Set<String> {
    var roles: Set<String> = []
    for place in range {
      vocabulary.words.forEachMatch(in: scalars, at: place) { match in
        guard match.range.upperBound <= range.upperBound else { return }
        for sense in match.senses where sense.table == .events {
          if let role = vocabulary[.events][sense.row][1] { roles.insert(role) }
        }
      }
    }
    return roles
  }
}
