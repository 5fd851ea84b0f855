// SPDX-License-Identifier: Apache-2.0

internal import Lexicon
internal import Minutes

/// Finds the words of time in a paragraph and what they mean for the numbers after them.
struct PeriodReader {
  /// How far a word of time reaches.
  enum Reach {
    /// To the end of the paragraph, or until a sentence names another time: 十年来，….
    case paragraph
    /// To the end of the sentence.
    case sentence
    /// Its clause, and what 、 adds to it: 到2025年底前改造敬老院400所.
    case clause
    /// The number right after it is that of another time: 比2022年的41.3万张.
    case compared
  }

  struct Mark {
    var range: Range<Int>
    var frame: TimeFrame
    var reach: Reach
  }

  let words: FigureWords
  let text: [UInt32]
  /// The years looked back on and planned for; nil for a text that tells of no meeting.
  let review: Int?
  let plan: Int?

  /// The marks of one clause, in order; `isLeading` is true for the first clause of a sentence.
  func marks(in clause: Range<Int>, isLeading: Bool) -> [Mark] {
    var marks: [Mark] = []
    var place = clause.lowerBound
    var year: Int?
    if let plan, calls(clause) {
      marks.append(
        Mark(
          range: clause.lowerBound..<clause.lowerBound + 1, frame: TimeFrame.year(plan, isTarget: true),
          reach: isLeading ? .paragraph : .sentence))
    }
    while place < clause.upperBound {
      if text[place] == 0x300A, let close = Clauses.close(of: place, in: text, end: clause.upperBound) {
        place = close + 1
      } else if let (end, value) = self.year(at: place, clause.upperBound) {
        let (frame, last) = frame(ofYear: value, end, clause.upperBound)
        marks.append(mark(place..<last, frame, clause, isLeading, &marks))
        year = value
        place = last
      } else if let found = words.time(in: text, at: place), found.range.upperBound <= clause.upperBound {
        if let (frame, end) = frame(of: found, clause.upperBound, year, hasBefore: !marks.isEmpty) {
          marks.append(mark(place..<end, frame, clause, isLeading, &marks, rule: found.value))
          place = end
        } else {
          place = found.range.upperBound
        }
      } else {
        place += 1
      }
    }
    return marks
  }

  /// 要对标先进，把时间压缩至0.5天以内: a clause that opens with 要 calls for something yet to be done.
  private func calls(_ clause: Range<Int>) -> Bool {
    guard clause.count > 2, text[clause.lowerBound] == 0x8981 else { return false }
    return !Self.notMust.contains(text[clause.lowerBound + 1])
  }

  /// 要求 要素 要闻 要点 要件 要害 are nouns.
  private static let notMust: Set<UInt32> = [0x6C42, 0x7D20, 0x95FB, 0x70B9, 0x4EF6, 0x5BB3]

  // MARK: Years in digits

  /// 2022年, 二〇二四年, 2021年度; dates with a day are none.
  private func year(at place: Int, _ end: Int) -> (end: Int, year: Int)? {
    var value = 0
    var next = place
    while next < end, next < place + 5,
      let digit = NumeralScalar.arabic(text[next]) ?? NumeralScalar.chinese(text[next])
    {
      value = value * 10 + Int(digit)
      next += 1
    }
    guard next == place + 4, (1900...2100).contains(value), next < end, text[next] == 0x5E74 else { return nil }
    return (next + 1, value)
  }

  /// What follows a year: 底前, 上半年, 6月, 1—9月.
  private func frame(ofYear year: Int, _ place: Int, _ end: Int) -> (TimeFrame, Int) {
    var place = place
    if let found = words.time(in: text, at: place), case .part(let part) = found.value, found.range.upperBound <= end {
      return (TimeFrame.part(part, of: year), found.range.upperBound)
    }
    var isDue = false
    if place < end, text[place] == 0x5EA6 { place += 1 }
    while place < end, [0x5E95, 0x672B, 0x524D, 0x5185].contains(text[place]) {
      isDue = true
      place += 1
    }
    let isFuture = plan.map { year >= $0 } ?? false
    if let (last, frame) = months(of: year, place, end) { return (frame, last) }
    return (TimeFrame.year(year, isTarget: isFuture || isDue && (review.map { year > $0 } ?? false)), place)
  }

  /// 2024年1—9月 and 2024年6月; a day behind it, 底 or 前 make it a date.
  private func months(of year: Int, _ start: Int, _ end: Int) -> (Int, TimeFrame)? {
    var values: [Int] = []
    var place = start
    while place < end, values.count < 2 {
      var value = 0
      let first = place
      while place < end, let digit = NumeralScalar.arabic(text[place]), place < first + 2 {
        value = value * 10 + Int(digit)
        place += 1
      }
      guard place > first, (1...12).contains(value) else { return nil }
      values.append(value)
      guard place < end, [0x2D, 0x2014, 0x81F3, 0x5230, 0x7E, 0xFF5E].contains(text[place]) else { break }
      place += 1
    }
    guard let last = values.last, place < end, text[place] == 0x6708 else { return nil }
    place += 1
    if place < end, NumeralScalar.arabic(text[place]) != nil || [0x5E95, 0x524D].contains(text[place]) { return nil }
    let digits = { (month: Int) in month < 10 ? "0\(month)" : "\(month)" }
    let part = values.count == 2 ? "M\(digits(values[0]))-\(digits(last))" : digits(last)
    return (place, TimeFrame.part(part, of: year))
  }

  // MARK: Words of the table

  private func frame(
    of found: FigureWords.Found<PeriodRule>, _ end: Int, _ year: Int?, hasBefore: Bool
  ) -> (TimeFrame, Int)? {
    let place = found.range.upperBound
    switch found.value {
    case .review(let offset): return review.map { (TimeFrame.year($0 + offset), place) }
    case .plan(let offset): return plan.map { thisYear($0 + offset, place, end) }
    case .due: return hasBefore ? nil : plan.map { (TimeFrame.year($0, isTarget: true), place) }
    case .now: return plan.map { (TimeFrame.year($0), place) }
    case .same: return nil
    case .since(let first): return review.map { (TimeFrame.span(first, $0), place) }
    case .back(let years): return review.map { (TimeFrame.span($0 - years, $0), place) }
    case .fiveYears(let name, let first, let last): return fiveYears(name, first, last, place, end)
    case .part(let part):
      guard var frame = (year ?? plan).map({ TimeFrame.part(part, of: $0) }) else { return nil }
      // 二季度要…, 下半年将…: what is to come.
      frame.isTarget = place < end && [0x8981, 0x5C06].contains(text[place])
      return (frame, place)
    // Which year that is follows from the frame: the one it begins from.
    case .before: return (TimeFrame(), place)
    }
  }

  /// 今年 is to come, but 今年一季度 is over.
  private func thisYear(_ year: Int, _ place: Int, _ end: Int) -> (TimeFrame, Int) {
    if let found = words.time(in: text, at: place), case .part(let part) = found.value, found.range.upperBound <= end {
      return (TimeFrame.part(part, of: year), found.range.upperBound)
    }
    let isDone = (place..<end).contains { here in Self.done.contains { text.has($0, at: here) } }
    return (TimeFrame.year(year, isTarget: !isDone), place)
  }

  /// 今年已建成, 今年首次突破: it has happened.
  private static let done = ["已", "首次", "以来"].map { [UInt32]($0) }

  /// A plan frames what follows only with 期间, 时期, 以来, 前四年 or 末: “十五五”民政规划 is a name.
  private func fiveYears(_ name: String, _ first: Int, _ last: Int, _ place: Int, _ end: Int) -> (TimeFrame, Int)? {
    var place = place
    if place < end, text[place] == 0x201D { place += 1 }
    guard place + 1 < end else { return nil }
    if text[place] == 0x672B || text.has(Self.planEnd, at: place) {
      return (TimeFrame.year(last, isTarget: review.map { last > $0 } ?? false), place + 1)
    }
    if text.has(Self.during, at: place) || text.has(Self.era, at: place) || text.has(Self.since, at: place)
      || text.has(Self.fiveYears, at: place)
    {
      return (TimeFrame.plan(name, first, last, upTo: review), place + 2)
    }
    if text[place] == 0x524D, place + 2 < end, let years = NumeralScalar.chinese(text[place + 1]), text[place + 2] == 0x5E74 {
      var frame = TimeFrame.span(first, first + Int(years) - 1)
      frame.origin = Period(year: first - 1)
      return (frame, place + 3)
    }
    return nil
  }

  private static let during = [UInt32]("期间")
  private static let era = [UInt32]("时期")
  private static let since = [UInt32]("以来")
  private static let fiveYears = [UInt32]("五年")
  private static let planEnd = [UInt32]("期末")
  private static let total = [UInt32]("累计")

  // MARK: Reach

  private func mark(
    _ range: Range<Int>, _ frame: TimeFrame, _ clause: Range<Int>, _ isLeading: Bool, _ before: inout [Mark],
    rule: PeriodRule? = nil
  ) -> Mark {
    if rule == .before || isCompared(range, clause) { return Mark(range: range, frame: frame, reach: .compared) }
    let opens = range.lowerBound - clause.lowerBound <= 6
    let closes = range.upperBound == clause.upperBound
    if text.has(Self.total, at: range.upperBound) || frame.isTarget && !closes && !isThisYear(rule, frame) {
      return Mark(range: range, frame: frame, reach: .clause)
    }
    let frames = isLeading && (opens || closes) && (!frame.isTarget || isThisYear(rule, frame))
    return Mark(range: range, frame: frame, reach: frames ? .paragraph : .sentence)
  }

  /// 今年 and 2023年 at the head of the tasks frame them all; 2025年底前 only its own clause.
  private func isThisYear(_ rule: PeriodRule?, _ frame: TimeFrame) -> Bool {
    if case .plan = rule { return true }
    return rule == nil && plan.map { frame.flow == Period(year: $0) } ?? false
  }

  /// 比2017年增加, 达到2012年的2.4倍, 是2020年的2.1倍: the year is what the number is compared with.
  private func isCompared(_ range: Range<Int>, _ clause: Range<Int>) -> Bool {
    if range.lowerBound > clause.lowerBound {
      let before = text[range.lowerBound - 1]
      if before == 0x6BD4 || before == 0x8F83 || before == 0x76F8 { return true }
    }
    guard range.upperBound + 1 < clause.upperBound, text[range.upperBound] == 0x7684 else { return false }
    return NumeralScalar.opens(text[range.upperBound + 1])
  }
}
