// SPDX-License-Identifier: Apache-2.0

import Minutes

/// Says what a list is about: from the words that announce it, and from what its heads speak of.
///
/// Lines of work (救助, 养老, 学校) are tasks; calls for understanding, stance and style are requirements, whoever makes
/// them. Requirements never become tasks because the report has no others.
struct ListJudge {
  let text: CleanText
  let frame: MeetingFrame
  let words: ListWords
  let cues: ListCues
  let topics: TopicFinder
  let heads: HeadCutter

  /// A list's kind, and how much speaks for its being tasks.
  struct Verdict {
    var about: ListCues.About
    var tasks: Double
    var speaker: String?
  }

  /// What all heads naming a line of work, or all taking a stance, weigh against the words before the list.
  private static let work = 3.0
  private static let stance = 4.0
  private static let year = 1.5

  func verdict(on list: Enumeration) -> Verdict {
    var weights = cues.weigh(list.lead, of: text)
    let speaker = Speaker(text: text, words: words, officials: frame.officials).speaker(of: list.lead)
    let works = share(of: list) { topics.names(in: $0, of: text) }
    let stances = share(of: list) { words.stands(.stance, in: text, $0) }
    let requirement = ListCues.About.other(speaker.name == nil ? .meetingRequirements : .leaderRequirements)
    let asked = (weights.removeValue(forKey: .other(.meetingRequirements)) ?? 0) + Self.stance * stances
    weights[requirement] = asked + (speaker.name == nil ? 0 : 1)
    weights[.tasks, default: 0] += Self.work * works
    weights[.tasks, default: 0] += mentions(frame.planYear, in: list.lead) ? Self.year : 0
    if !mentions(frame.planYear, in: list.lead), mentions(frame.reviewYear, in: list.lead) {
      weights[.other(.achievements), default: 0] += Self.year
    }
    let tasks = weights[.tasks] ?? 0
    let other = Self.order.compactMap { kind in weights[.other(kind)].map { (kind, $0) } }.max { $0.1 < $1.1 }
    guard let other, other.1 > tasks || tasks == 0 else {
      return Verdict(about: tasks > 0 ? .tasks : requirement, tasks: tasks, speaker: speaker.name)
    }
    return Verdict(about: .other(other.0), tasks: tasks, speaker: speaker.name)
  }

  /// Later kinds win a tie.
  private static let order: [OtherList.About] = [
    .achievements, .approach, .shortcomings, .experience, .meetingRequirements, .leaderRequirements,
  ]

  private func share(of list: Enumeration, _ test: (Range<Int>) -> Bool) -> Double {
    let items = list.items.prefix(30)
    return Double(items.count { test(heads.head(of: $0.text)) }) / Double(items.count)
  }

  /// True where 2023年 stands in `range`.
  private func mentions(_ year: Int?, in range: Range<Int>) -> Bool {
    guard let year else { return false }
    return text.find("\(year)年".unicodeScalars.map(\.value), in: range) != nil
  }
}
