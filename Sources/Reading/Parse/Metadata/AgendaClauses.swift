// SPDX-License-Identifier: Apache-2.0

internal import Lexicon

/// The years and spans of one paragraph, with what the words around them say.
struct AgendaClauses {
  struct Year {
    enum Role { case plan, review, opens }
    var year: Int
    var role: Role
  }

  let text: CleanText
  let paragraph: Range<Int>
  let vocabulary: Vocabulary
  /// Where one of the words of time may begin that are asked for below, told by its first character.
  private let openings: [Int]

  init(text: CleanText, paragraph: Range<Int>, vocabulary: Vocabulary) {
    (self.text, self.paragraph, self.vocabulary) = (text, paragraph, vocabulary)
    let firsts = Self.firsts
    openings = paragraph.filter { firsts.contains(text.scalars[$0]) }
  }

  /// Where a word of time first stands in the paragraph, or nil.
  private func place(of word: [UInt32]) -> Int? {
    openings.first { $0 + word.count <= paragraph.upperBound && text.scalars.has(word, at: $0) }
  }

  private static let firsts = ScalarSet(
    (congresses.map(\.0) + plans.map(\.words) + fiveYears + lastYear + thisYear).compactMap(\.first))

  /// Years with a verb of planning or review before them in their clause, or at the opening of a clause.
  func years() -> [Year] {
    DateScanner(vocabulary: vocabulary).dates(in: text.scalars, paragraph, onlyNumbers: true).compactMap {
      date in
      guard let year = date.year, date.month == nil, let role = role(of: date.range) else { return nil }
      return Year(year: year, role: role)
    }
  }

  private func role(of range: Range<Int>) -> Year.Role? {
    let scalars = text.scalars
    var start = range.lowerBound
    // 总结暨2024年部署会: what is looked back on stands before 暨.
    while start > paragraph.lowerBound, !scalars[start - 1].endsClause, scalars[start - 1] != 0x66A8,
      range.lowerBound - start < 16
    {
      start -= 1
    }
    var role: Year.Role? = start == range.lowerBound ? .opens : nil
    for place in start..<range.lowerBound {
      guard let match = vocabulary.words.longest(of: .agenda, in: scalars, at: place) else { continue }
      role = vocabulary[.agenda][match.row][1] == "plan" ? .plan : .review
    }
    guard role == .opens || role == nil else { return role }
    let after = range.upperBound..<max(range.upperBound, min(paragraph.upperBound, range.upperBound + 12))
    if Self.reviews.contains(where: { scalars.place(of: $0, in: after) != nil }) { return .review }
    return setsTasks(in: after) ? .plan : role
  }

  /// 2023年重点抓好, 2023年是…开局之年, 2024年，…要: the words right after a year that make it one of tasks.
  private func setsTasks(in range: Range<Int>) -> Bool {
    if Self.tasks.contains(where: { text.scalars.place(of: $0, in: range) != nil }) { return true }
    guard let must = text.scalars.place(of: [0x8981], in: range) else { return false }
    return !Self.beforeMust.contains(text.scalars[must - 1])
  }

  /// 总结上半年工作，部署下半年任务: which half a verb of review or planning stands before.
  func halves() -> [(half: Int, role: Year.Role)] {
    Self.halves.flatMap { words, half in
      paragraph.compactMap { place in
        guard text.scalars.has(words, at: place), let role = role(of: place..<place + words.count),
          role != .opens
        else { return nil }
        return (half, role)
      }
    }
  }

  private static let halves: [([UInt32], Int)] = [([UInt32]("上半年"), 1), ([UInt32]("下半年"), 2)]

  /// 回眸2024, 展望2025: a bare year behind a verb of review or planning, where it is all that a heading says.
  func titledYears() -> [Year] {
    guard paragraph.count <= 24, !text.scalars[paragraph].contains(where: \.endsSentence) else { return [] }
    return paragraph.compactMap { place in
      guard let match = vocabulary.words.longest(of: .agenda, in: text.scalars, at: place) else { return nil }
      var reader = NumberReader(
        scalars: text.scalars, place: match.range.upperBound, end: paragraph.upperBound)
      guard let year = reader.number(), (1980...2100).contains(year), reader.next != 0x5E74 else {
        return nil
      }
      return Year(year: year, role: vocabulary[.agenda][match.row][1] == "plan" ? .plan : .review)
    }
  }

  /// 今年以来, 上半年 at the opening of what was done: a meeting within the year that looks back on it.
  func tellThisYear() -> Bool {
    Self.thisYear.contains { place(of: $0) != nil }
  }

  private static let thisYear = ["今年以来", "上半年", "前三季度", "年初以来"].map([UInt32].init)

  private static let tasks = [
    "重点", "任务", "将", "着力", "抓好", "做好", "抓住", "开局", "收官", "工作部署", "工作安排", "部署会", "工作计划",
  ].map([UInt32].init)
  private static let reviews = ["回顾", "总结"].map([UInt32].init)
  /// 主要 重要 需要 hold 要 and call for nothing.
  private static let beforeMust = ScalarSet("主重需首纲摘")

  /// The years of congresses that 以来 follows; true where a verb of review stands before.
  func congresses() -> [(year: Int, formal: Bool)] {
    Self.congresses.compactMap { words, year in
      guard let place = place(of: words) else { return nil }
      let end = min(paragraph.upperBound, place + words.count + 3)
      guard text.scalars.place(of: Self.since, in: place..<end) != nil else { return nil }
      return (year, role(of: place..<end) == .review)
    }
  }

  private static let congresses: [([UInt32], Int)] = [
    ([UInt32]("十八大"), 2012), ([UInt32]("十九大"), 2017), ([UInt32]("二十大"), 2022),
  ]

  private static let since = [UInt32]("以来")

  /// Five-year plans after a verb of review: 回顾“十三五”.
  func plansReviewed() -> [String] {
    Self.plans.compactMap { name, words in
      guard let place = place(of: words) else { return nil }
      return role(of: place..<place + 3) == .review ? name : nil
    }
  }

  private static let plans = ["十二五", "十三五", "十四五", "十五五"].map { (name: $0, words: [UInt32]($0)) }

  /// 总结2022年和过去五年工作: five years behind a verb of review; 五年来 in running text only frames figures.
  func reviewFiveYears() -> Bool {
    Self.fiveYears.contains { words in
      place(of: words).map { role(of: $0..<$0 + words.count) == .review } ?? false
    }
  }

  private static let fiveYears = ["过去五年", "五年来", "近五年", "过去5年"].map([UInt32].init)

  /// 去年, 过去一年, 上一年 and their like.
  func tellLastYear() -> Bool {
    Self.lastYear.contains { place(of: $0) != nil }
  }

  private static let lastYear = ["去年", "过去一年", "上一年", "一年来", "过去的一年"].map([UInt32].init)
}
