// SPDX-License-Identifier: Apache-2.0

import Minutes

/// Says what a list is about: from the words that announce it, and from what its heads speak of.
///
/// Lines of work (救助, 养老, 学校) are tasks; calls for understanding, stance and style are requirements,
/// whoever makes them. Requirements never become tasks because the report has no others.
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
  private static let state = 4.0

  func verdict(on list: Enumeration) -> Verdict {
    var weights = cues.weigh(list.lead, of: text)
    let speaker = Speaker(text: text, words: words, officials: frame.officials).speaker(of: list.floor)
    // A head such as 要聚焦“防”字 names no work; then the body's work counts by half.
    let items = list.items.prefix(Self.enough).map { (head: heads.head(of: $0.text), body: $0.text) }
    let works =
      items.reduce(0.0) { sum, item in
        sum + (topics.names(in: item.head, of: text) ? 1 : names(inBody: item.body) ? 0.5 : 0)
      } / Double(items.count)
    let stances = Double(items.count { words.stands(.stance, in: text, $0.head) }) / Double(items.count)
    let requirement = ListCues.About.other(speaker.name == nil ? .meetingRequirements : .leaderRequirements)
    let call = weights.removeValue(forKey: .other(.meetingRequirements)) ?? 0
    // 会议要求 and 章燕强调 before little but work are words of speech.
    let asked = (stances < 0.5 && call <= 2 ? call / 2 : call) + Self.stance * stances
    let speaks = speaker.place.map { $0 >= list.lead.lowerBound } ?? false
    weights[requirement] = asked + (speaks && speaker.name != nil && stances >= 0.5 ? 1 : 0)
    weights[.tasks, default: 0] += Self.work * works
    weights[.tasks, default: 0] += mentions(frame.planYear, in: list.lead) ? Self.year : 0
    if !mentions(frame.planYear, in: list.lead), mentions(frame.reviewYear, in: list.lead) {
      weights[.other(.achievements), default: 0] += Self.year
    }
    let states = Double(items.count { tellsState($0.head) }) / Double(items.count)
    if states > 0.5 { weights[.other(.achievements), default: 0] += Self.state * states }
    for cue in list.section.map(past) ?? [:] { weights[cue.key, default: 0] += cue.value }
    let tasks = weights[.tasks] ?? 0
    let other = Self.order.compactMap { kind in weights[.other(kind)].map { (kind, $0) } }.max { $0.1 < $1.1 }
    guard let other, other.1 > tasks || tasks == 0 else {
      return Verdict(about: tasks > 0 ? .tasks : requirement, tasks: tasks, speaker: speaker.name)
    }
    return Verdict(about: .other(other.0), tasks: tasks, speaker: speaker.name)
  }

  /// What a heading above the list says of what has been. That it announces tasks says less: what somebody asks for
  /// may stand below the tasks.
  private func past(_ heading: Range<Int>) -> [ListCues.About: Double] {
    cues.weigh(heading, of: text).filter {
      [ListCues.About.other(.achievements), .other(.shortcomings), .other(.experience)].contains($0.key)
    }
  }

  /// Later kinds win a tie.
  private static let order: [OtherList.About] = [
    .achievements, .approach, .shortcomings, .experience, .meetingRequirements, .leaderRequirements,
  ]

  /// So many items tell as much as all.
  private static let enough = 30

  /// A subject with what has become of it: 兜底保障更加精准; 更加精准兜底 and 兜底保障要更实 call for it.
  private func tellsState(_ head: Range<Int>) -> Bool {
    guard words.longest([.imperative, .opener], in: text, at: head.lowerBound) == nil,
      text.find([Unicode.Scalar("要").value], in: head) == nil
    else { return false }
    return words.stands(.state, in: text, head.dropFirst(2))
  }

  private func names(inBody body: Range<Int>) -> Bool {
    topics.names(in: body.lowerBound..<min(body.upperBound, body.lowerBound + 120), of: text)
  }

  /// True where 2023年 stands in `range`.
  private func mentions(_ year: Int?, in range: Range<Int>) -> Bool {
    guard let year else { return false }
    return text.find("\(year)年".unicodeScalars.map(\.value), in: range) != nil
  }
}
