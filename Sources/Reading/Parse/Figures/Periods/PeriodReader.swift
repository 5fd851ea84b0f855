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
    /// To the end of the sentence where it goes on in time, else up to the next ；: what is said of an earlier
    /// year by the way (床位49.6万张，2022年末核定为48.8万张；护理型床位占比51.3%).
    case aside
    /// Its clause, and what 、 adds to it: 到2025年底前改造敬老院400所.
    case clause
    /// The number right after it is that of another time: 比2022年的41.3万张.
    case compared
    /// 全年 after 一季度: back to the whole of the year that is spoken of.
    case whole
    /// 五年累计: so many years up to now, unless what is to come is spoken of.
    case unlessTarget
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
  /// The day of the meeting: what is over by then, and what is still to come.
  var meeting: MeetingDate?
  /// Whether a place lies in a task that the meeting sets.
  var isTask: (Int) -> Bool = { _ in false }

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
    let written = WrittenYears(text: text, end: clause.upperBound)
    while place < clause.upperBound {
      if text[place] == 0x300A, let close = Clauses.close(of: place, in: text, end: clause.upperBound) {
        place = close + 1
      } else if let (frame, last) = numbered(at: place, written, &year) {
        if !describes(place..<last, clause) {
          var mark = mark(place..<last, frame, clause, isLeading)
          if isBareSpan(at: place, written) { mark.reach = .unlessTarget }
          add(mark, to: &marks)
        }
        place = last
      } else if let found = words.time(in: text, at: place), found.range.upperBound <= clause.upperBound {
        let hasBefore = marks.contains { $0.reach != .whole }
        if let (frame, end) = frame(of: found, clause.upperBound, year, hasBefore: hasBefore) {
          add(mark(place..<end, frame, clause, isLeading, rule: found.value), to: &marks)
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

  private func isBareSpan(at place: Int, _ written: WrittenYears) -> Bool {
    written.years(at: place) == nil && written.yearsBack(at: place, words)?.isBare == true
  }

  /// 较“十二五”末的2015年: what belongs to a time that is compared with is compared with, too.
  private func add(_ mark: Mark, to marks: inout [Mark]) {
    var mark = mark
    if let last = marks.last, last.reach == .compared, last.range.upperBound + 1 == mark.range.lowerBound,
      text[last.range.upperBound] == 0x7684
    {
      mark.reach = .compared
    }
    marks.append(mark)
  }

  /// A time written in numbers: 2022年, 2021—2023年, 1至9月, 近三年.
  private func numbered(at place: Int, _ written: WrittenYears, _ year: inout Int?) -> (TimeFrame, Int)? {
    guard WrittenYears.opens(text[place]) else { return nil }
    if let years = written.years(at: place) {
      year = years.last
      return frame(of: years, written)
    }
    if let back = written.yearsBack(at: place, words) {
      return review.map { (TimeFrame.span($0 - back.years, $0), back.end) }
    }
    guard place == 0 || NumeralScalar.arabic(text[place - 1]) == nil, let months = written.months(at: place)
    else {
      return nil
    }
    // 6月 alone is a date; 1至6月, 6月份 and 6月底 are told of.
    let isTold = months.first < months.last || text[months.end - 1] != 0x6708 && !isTask(place)
    return isTold ? frame(ofMonths: months, of: nil, at: place) : nil
  }

  /// 改造2000年底前建成的小区: the year only tells which ones, not when they are rebuilt.
  private func describes(_ range: Range<Int>, _ clause: Range<Int>) -> Bool {
    guard let review, let first = NumeralScalar.arabic(text[range.lowerBound]), first < 3,
      let year = WrittenYears(text: text, end: clause.upperBound).years(at: range.lowerBound),
      year.last < review,
      let link = (range.upperBound..<clause.upperBound).first(where: {
        text[$0] == 0x7684 || NumeralScalar.arabic(text[$0]) != nil
      }), text[link] == 0x7684, link > range.upperBound + 1, !isCompared(range, clause)
    else { return false }
    return text[range.upperBound - 1] == 0x524D || followsVerb(range.lowerBound)
  }

  private func followsVerb(_ place: Int) -> Bool {
    (2...4).contains { width in
      place >= width
        && words.verb(in: text, at: place - width)
          .map { $0.range.upperBound == place && $0.value.keep != .link } ?? false
    }
  }

  /// 要对标先进，把时间压缩至0.5天以内: a clause that opens with 要 calls for something yet to be done.
  private func calls(_ clause: Range<Int>) -> Bool {
    if text.has(Self.weShall, at: clause.lowerBound) { return true }
    guard clause.count > 2, text[clause.lowerBound] == 0x8981 else { return false }
    return !Self.notMust.contains(text[clause.lowerBound + 1])
  }

  /// 将 alone may be 把 (将2315名纳入); behind 我们 it speaks of what is to come.
  private static let weShall = [UInt32]("我们将")

  /// 要求 要素 要闻 要点 要件 要害 are nouns.
  private static let notMust: Set<UInt32> = [0x6C42, 0x7D20, 0x95FB, 0x70B9, 0x4EF6, 0x5BB3]

  // MARK: Reach

  private func mark(
    _ range: Range<Int>, _ frame: TimeFrame, _ clause: Range<Int>, _ isLeading: Bool, rule: PeriodRule? = nil
  ) -> Mark {
    if rule == .same || rule == .within && !frame.isTarget {
      return Mark(range: range, frame: frame, reach: .whole)
    }
    if rule == .before { return Mark(range: range, frame: frame, reach: .compared) }
    if isCompared(range, clause) {
      // 由上年的21%: the year before the one that is spoken of.
      let isRelative = rule == .review(0) && text[range.lowerBound] == 0x4E0A
      return Mark(range: range, frame: isRelative ? TimeFrame() : frame, reach: .compared)
    }
    let opens = range.lowerBound - clause.lowerBound <= 6
    let closes = range.upperBound == clause.upperBound
    if text.has(Self.total, at: range.upperBound) || frame.isTarget && !closes && !isThisYear(rule, frame) {
      return Mark(range: range, frame: frame, reach: .clause)
    }
    let frames = isLeading && (opens || closes) && (!frame.isTarget || isThisYear(rule, frame))
    return Mark(range: range, frame: frame, reach: frames ? .paragraph : isLeading ? .sentence : .aside)
  }

  /// 今年 and 2023年 at the head of the tasks frame them all; 2025年底前 only its own clause.
  private func isThisYear(_ rule: PeriodRule?, _ frame: TimeFrame) -> Bool {
    if case .plan = rule { return true }
    return rule == nil && plan.map { frame.flow == Period(year: $0) } ?? false
  }

  /// 比2017年增加, 与2018年相比, 达到2012年的2.4倍, 是2020年的2.1倍: the year is what the number is compared with.
  private func isCompared(_ range: Range<Int>, _ clause: Range<Int>) -> Bool {
    let isQuoted = range.lowerBound > clause.lowerBound && text[range.lowerBound - 1] == 0x201C
    let start = isQuoted ? range.lowerBound - 1 : range.lowerBound
    if start > clause.lowerBound {
      let before = text[start - 1]
      if before == 0x6BD4 || before == 0x8F83 || before == 0x76F8 { return true }
      if before == 0x4E8E, start > clause.lowerBound + 1, [0x6BD4, 0x8F83].contains(text[start - 2]) {
        return true
      }
    }
    if text.has(Self.besides, at: range.upperBound) || text.has(Self.against, at: range.upperBound) {
      return true
    }
    guard range.upperBound + 1 < clause.upperBound, text[range.upperBound] == 0x7684 else { return false }
    let next = text[range.upperBound + 1]
    return NumeralScalar.opens(next) || RateFrame.isEach(next)
  }

  private static let besides = [UInt32]("相比")
  private static let against = [UInt32]("相较")
  private static let total = [UInt32]("累计")
}
