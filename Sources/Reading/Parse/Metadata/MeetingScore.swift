// SPDX-License-Identifier: Apache-2.0

internal import Lexicon

extension MeetingNameFinder {
  /// A verb of holding in the same clause counts 4, a day right before the name 3; naming it for its spirit
  /// costs 6, relaying 4; a name with a field of its own is worth 1 more than 座谈会 alone.
  func score(of name: MeetingName, in scalars: [UInt32], _ range: Range<Int>) -> Int {
    let clause = clause(around: name.whole, in: scalars, range)
    var score = name.kind.lowerBound < name.suffix.lowerBound ? 1 : 0
    if followsDay(name, in: scalars, range) { score += 3 }
    let before = roles(in: scalars, clause.lowerBound..<name.kind.lowerBound)
    let after = roles(in: scalars, name.suffix.upperBound..<clause.upperBound)
    let holds = vocabulary[.kinds][name.row][2] != nil
    if holds || before.contains(.hold) || after.contains(.hold) { score += 4 }
    if isSpeech(at: name, in: scalars, range) || isPlan(name, in: scalars, range) { score += 4 }
    if before.contains(.relay) { score -= 4 }
    if after.contains(.spirit) { score -= 6 }
    if name.suffix.upperBound < scalars.count, scalars.has([UInt32]("精神"), at: name.suffix.upperBound) {
      score -= 6
    }
    return score
  }

  /// 在全县民政工作会议上的讲话 as a headline: the text is what was said at the meeting.
  private func isSpeech(at name: MeetingName, in scalars: [UInt32], _ range: Range<Int>) -> Bool {
    guard range.count <= LineClassifier.longestHeading else { return false }
    return Self.speeches.contains { word in
      scalars.has(word, at: name.suffix.upperBound)
        && (name.suffix.upperBound + word.count == range.upperBound
          || name.suffix.upperBound + word.count < range.upperBound
            && !scalars[name.suffix.upperBound + word.count].isHan)
    }
  }

  private static let speeches = ["上的讲话", "上的报告", "上的工作报告", "上的讲话提纲", "上的讲话摘要", "上的总结讲话", "上的主持词", "上"]
    .map([UInt32].init)

  /// 湖南省民政厅2024年工作要点 as a headline: the text is the plan itself, which stands for the meeting of its year.
  private func isPlan(_ name: MeetingName, in scalars: [UInt32], _ range: Range<Int>) -> Bool {
    range.count <= LineClassifier.longestHeading && name.year != nil
      && name.suffix.upperBound == range.upperBound
      && scalars.has(Self.plan, at: name.suffix.lowerBound)
  }

  private static let plan = [UInt32]("工作要点")

  /// 3月7日上午，2023年广州市民政工作会议…: a name right behind a day is the meeting of that day.
  private func followsDay(_ name: MeetingName, in scalars: [UInt32], _ range: Range<Int>) -> Bool {
    let start = max(range.lowerBound, name.whole.lowerBound - 16)
    let dates = DateScanner(vocabulary: vocabulary).dates(in: scalars, start..<name.kind.lowerBound)
    guard let day = dates.last(where: { $0.tellsDay && $0.relative != .recent }) else { return false }
    return name.whole.lowerBound - day.range.upperBound <= 4
  }

  /// The clause that a name stands in, to the next ，。；：！？ or line end on either side; spaces part headlines.
  private func clause(around name: Range<Int>, in scalars: [UInt32], _ range: Range<Int>) -> Range<Int> {
    var start = name.lowerBound
    while start > range.lowerBound, !scalars[start - 1].endsClause, name.lowerBound - start < 40 {
      start -= 1
    }
    var end = name.upperBound
    while end < range.upperBound, !scalars[end].endsClause, end - name.upperBound < 40 { end += 1 }
    return start..<end
  }

  private func roles(in scalars: [UInt32], _ range: Range<Int>) -> EventRoles {
    var roles: EventRoles = []
    for place in range {
      vocabulary.words.forEachMatch(of: .events, in: scalars, at: place) { found, row in
        if found.upperBound <= range.upperBound { roles.formUnion(vocabulary.eventRoles[row]) }
      }
    }
    return roles
  }
}
