// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Reads a paragraph from clause to clause and gives each quantity its name, time and aspect.
///
/// What later clauses leave out is carried along: the subject (，同比增长4.9%), the verb over 、 (增至51家、养老床位14050张), the
/// 每人每月 of a list, the names that 分别 shares out.
struct ParagraphReader {
  let words: FigureWords
  let text: [UInt32]
  let mentions: [Mention]
  let rates: [RateFrame]
  let periods: PeriodReader
  /// The times that the columns of a table stand for, where this paragraph is a row of one.
  let columns: [TimeFrame]
  /// Whether a place lies in a task that the meeting sets.
  let isTask: (Int) -> Bool

  private let clauses: [Clauses.Clause]
  private var time: TimeLine
  private var carried = Carried()
  private var drafts: [FigureDraft] = []
  /// The last value of the run of values that is being read.
  private var lastParallel = 0

  init(
    words: FigureWords, text: [UInt32], paragraph: Range<Int>, mentions: [Mention], rates: [RateFrame],
    periods: PeriodReader, columns: [TimeFrame], isTask: @escaping (Int) -> Bool
  ) {
    self.words = words
    self.text = text
    self.mentions = mentions
    self.rates = rates
    self.periods = periods
    self.columns = columns.count == mentions.count ? columns : []
    self.isTask = isTask
    clauses = Clauses(text, paragraph).list
    time = TimeLine(usual: Self.usual(periods, isTask: isTask(mentions[0].range.lowerBound)))
  }

  private static func usual(_ periods: PeriodReader, isTask: Bool) -> TimeFrame {
    let year = isTask ? periods.plan : periods.review
    return year.map { TimeFrame.year($0, isTarget: isTask) } ?? TimeFrame()
  }

  mutating func read() -> [FigureDraft] {
    var next = 0
    var group = clauses.first?.range.lowerBound ?? 0
    var isReported = false
    for (place, clause) in clauses.enumerated() {
      let first = next
      while next < mentions.count, mentions[next].range.lowerBound < clause.range.upperBound { next += 1 }
      if clause.opening != .item || place > 0 && hasMention(in: clauses[place - 1].range, before: first) {
        group = clause.range.lowerBound
      }
      let isLeading = clause.opening == .stop || isReported
      step(into: clause, isLeading: isLeading)
      isReported = clause.opening == .stop && first == next && reports(clause.range)
      for index in first..<next { take(index, in: clause, from: index == first ? group : mentions[index - 1].range.upperBound) }
      carried.clause = first == next ? clause.range : nil
    }
    return drafts
  }

  private func hasMention(in clause: Range<Int>, before next: Int) -> Bool {
    next > 0 && mentions[next - 1].range.lowerBound >= clause.lowerBound
  }

  private mutating func step(into clause: Clauses.Clause, isLeading: Bool) {
    time.enter(clause.opening)
    carried.enter(clause.opening)
    for mark in periods.marks(in: clause.range, isLeading: isLeading) { time.take(mark) }
  }

  /// 会议指出，2022年…: what reports takes no part in the sentence.
  private func reports(_ clause: Range<Int>) -> Bool {
    for width in 1...2 where clause.count > width {
      if words.isRole(.report, in: text, clause.upperBound - width..<clause.upperBound) { return true }
    }
    return false
  }

  // MARK: One quantity

  private mutating func take(_ index: Int, in clause: Clauses.Clause, from low: Int) {
    let mention = mentions[index]
    let end = index + 1 < mentions.count ? min(clause.range.upperBound, mentions[index + 1].range.lowerBound)
      : clause.range.upperBound
    let frame = columns.isEmpty ? self.frame(of: mention) : columns[index]
    let finder = SubjectFinder(words: words, text: text, rates: rates, isTarget: frame.isTarget)
    let values = parallels(from: index)
    guard let subject = finder.subject(
      of: mention, in: min(max(low, carried.taken), mention.range.lowerBound)..<mention.range.lowerBound,
      after: mention.range.upperBound..<max(end, mention.range.upperBound), values: values,
      afterNumber: index > 0 && carried.taken <= low && low == mentions[index - 1].range.upperBound, &carried)
    else { return }
    let timing = Timing(words: words, text: text, frame: frame, compared: time.compared)
    let reading = timing.reading(of: mention, subject, carried.aspect)
    append(mention, subject, reading)
    carried.inUnit[mention.quantity.unit] = subject.names.last
    if subject.naming != .elided { carried.recent += subject.names }
    let aspect = subject.phrase.isCumulative ? .cumulative : subject.phrase.aspect
    carried.aspect = aspect ?? (clause.opening == .item || low != clause.range.lowerBound ? carried.aspect : nil)
  }

  /// Without a word of time, a number in a task is a target of the plan year.
  private func frame(of mention: Mention) -> TimeFrame {
    let isTask = isTask(mention.range.lowerBound)
    if time.frame == time.usual { return Self.usual(periods, isTask: isTask) }
    return time.frame
  }

  /// How many values follow one another by 、 or 和 alone, from `index` on.
  private mutating func parallels(from index: Int) -> Int {
    var last = max(index, lastParallel)
    while last + 1 < mentions.count {
      let gap = mentions[last].range.upperBound..<mentions[last + 1].range.lowerBound
      guard gap.count == 1, [0x3001, 0x548C, 0x53CA, 0xFF0C].contains(text[gap.lowerBound]) else { break }
      last += 1
    }
    lastParallel = last
    return last - index + 1
  }

  private mutating func append(_ mention: Mention, _ subject: Subject, _ reading: Timing.Reading) {
    var quantity = mention.quantity
    if let rate = subject.rate {
      quantity.unit += "/" + rate.denominator
      if rate.isRatio { quantity.dimension = .ratio }
    } else if quantity.dimension == .area, subject.names[0].hasPrefix("人均") {
      quantity.unit += "/人"
    }
    for name in subject.names {
      drafts.append(
        FigureDraft(
          quote: min(subject.quote.lowerBound, reading.start ?? .max)..<subject.quote.upperBound,
          indicator: name + reading.suffix, quantity: quantity, aspect: reading.aspect, period: reading.period,
          comparedTo: reading.comparedTo, naming: subject.naming))
    }
  }
}
