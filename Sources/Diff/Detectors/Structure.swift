// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// How the list of tasks is built: far more or fewer of them, or numbered where they ran on without marks.
///
/// One task more is told as that task; from three on the list itself has become another.
enum Structure {
  /// From this difference in number on a list is told to have another build.
  static let leastDifference = 3

  @Sendable static func find(_ side: Comparing) -> [Change] {
    let (before, after) = (side.baseline.priorities, side.meeting.priorities)
    guard let first = before.first, let last = after.first else { return [] }
    let isRebuilt = abs(before.count - after.count) >= leastDifference
    let isRemarked = (first.marker == nil) != (last.marker == nil)
    guard isRebuilt || isRemarked else { return [] }
    var change = Change(.structure, .priority, in: side, rule: "structure")
    (change.from, change.to) = (side.before([first.rank]), side.after([last.rank]))
    change.wordingFrom = form(before)
    change.wordingTo = form(after)
    if !SilenceWeight.speaks(side) { change.confidence = .low }
    return [change]
  }

  /// 10项，以“一是”列起.
  private static func form(_ priorities: [Priority]) -> String {
    let marker = priorities.first?.marker
    return "\(priorities.count)项，" + (marker.map { "以“\($0)”列起" } ?? "不编号")
  }
}
