// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Reads a paragraph from clause to clause and gives each quantity its name, time and aspect.
///
/// What later clauses leave out is carried along: the subject (，同比增长4.9%), the verb over 、
/// (增至51家、养老床位14050张), the
/// 每人每月 of a list, the names that 分别 shares out.
struct ParagraphReader {
  let words: FigureWords
  let text: [UInt32]
  let mentions: [Mention]
  let rates: [RateFrame]
  let periods: PeriodReader
  /// The times that the columns of a table stand for, where this paragraph is a row of one.
  let columns: [TimeFrame]
  /// What the meeting looked back on, where it says so: a year, or a part of one.
  let review: Period?

  private let clauses: Clauses
  private var time: TimeLine
  private var carried = Carried()
  private var drafts: [FigureDraft] = []
  /// The clause's words of time that have not been passed yet.
  private var pending: ArraySlice<PeriodReader.Mark> = []
  /// The last value of the run of values that is being read.
  private var lastParallel = 0

  init(
    words: FigureWords, text: [UInt32], paragraph: Range<Int>, mentions: [Mention], rates: [RateFrame],
    periods: PeriodReader, columns: [TimeFrame], review: Period?
  ) {
    self.words = words
    self.text = text
    self.mentions = mentions
    self.rates = rates
    self.periods = periods
    self.columns = columns.count == mentions.count ? columns : []
    self.review = review
    clauses = Clauses(text, paragraph)
    time = TimeLine(usual: Self.usual(periods, review, isTask: periods.isTask(mentions[0].range.lowerBound)))
  }

  private static func usual(_ periods: PeriodReader, _ review: Period?, isTask: Bool) -> TimeFrame {
    if !isTask, let review, let part = TimeFrame.part(review) { return part }
    let year = isTask ? periods.plan : periods.review
    return year.map { TimeFrame.year($0, isTarget: isTask) } ?? TimeFrame()
  }

  mutating func read() -> [FigureDraft] {
    var next = 0
    var group = clauses.list.first?.range.lowerBound ?? 0
    var isReported = false
    for (place, clause) in clauses.list.enumerated() {
      let first = next
      while next < mentions.count, mentions[next].range.lowerBound < clause.range.upperBound { next += 1 }
      if clause.opening != .item
        || place > 0 && hasMention(in: clauses.list[place - 1].range, before: first)
      {
        group = clause.range.lowerBound
      }
      let isLeading = clause.opening == .stop || isReported
      step(into: clause, isLeading: isLeading)
      isReported = clause.opening == .stop && first == next && reports(clause.range)
      for index in first..<next {
        tell(upTo: index, isFirst: index == first)
        take(index, in: clause, from: index == first ? group : mentions[index - 1].range.upperBound)
      }
      pending.forEach { time.take($0) }
      if first == next { time.leaveWithoutNumber() }
      carried.clause = first == next ? clause.range : nil
    }
    return drafts
  }

  /// The words of time before a number are its own: 由2017年的1.8万人减少到2022年的1.1万人; behind the first one those
  /// that
  /// no other number follows, too: 床位500张（截至2022年底）.
  private mutating func tell(upTo index: Int, isFirst: Bool) {
    let own = pending.prefix { $0.range.lowerBound < mentions[index].range.lowerBound }
    let next = index + 1 < mentions.count ? mentions[index + 1].range.lowerBound : .max
    let told =
      own.isEmpty && isFirst ? pending.prefix { $0.range.lowerBound < next && $0.reach != .compared } : own
    told.forEach { time.take($0) }
    pending = pending.dropFirst(told.count)
  }

  private func hasMention(in clause: Range<Int>, before next: Int) -> Bool {
    next > 0 && mentions[next - 1].range.lowerBound >= clause.lowerBound
  }

  private mutating func step(into clause: Clauses.Clause, isLeading: Bool) {
    time.enter(clause.opening)
    carried.enter(clause.opening)
    pending = periods.marks(in: clause.range, isLeading: isLeading)[...]
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
    let end =
      index + 1 < mentions.count
      ? min(clause.range.upperBound, mentions[index + 1].range.lowerBound)
      : clause.range.upperBound
    let frame = columns.isEmpty ? self.frame(of: mention) : columns[index]
    let finder = SubjectFinder(words: words, text: text, rates: rates, isTarget: frame.isTarget)
    let values = parallels(from: index)
    guard
      let subject = finder.subject(
        of: mention, in: min(max(low, carried.taken), mention.range.lowerBound)..<mention.range.lowerBound,
        after: mention.range.upperBound..<max(end, mention.range.upperBound),
        beyond: max(reach(index, in: clause, end), mention.range.upperBound), values: values,
        afterNumber: index > 0 && carried.taken <= low && low == mentions[index - 1].range.upperBound,
        &carried)
    else { return }
    let timing = Timing(
      words: words, text: text, frame: frame, compared: time.compared, isAfterOrigin: carried.isOrigin)
    let reading = timing.reading(of: mention, subject, carried.aspect)
    carried.isOrigin = reading.isOrigin
    carried.isUnitless = mention.quantity.unit.isEmpty
    append(mention, subject, reading)
    carried.inUnit[mention.quantity.unit] = subject.names.last
    if subject.naming != .elided { carried.recent += subject.names }
    let aspect = subject.phrase.isCumulative ? .cumulative : subject.phrase.aspect
    carried.aspect =
      aspect ?? (clause.opening == .item || low != clause.range.lowerBound ? carried.aspect : nil)
  }

  /// Where the last noun of a clause may end: 、 without a number behind it only joins modifiers of what is
  /// counted
  /// (为11.2万名失能、高龄老年人购买服务).
  private func reach(_ index: Int, in clause: Clauses.Clause, _ end: Int) -> Int {
    let next = index + 1 < mentions.count ? mentions[index + 1].range.lowerBound : .max
    guard clause.closing == .item, next >= clause.range.upperBound,
      let follower = clauses.first(after: clause.range.upperBound), next >= follower.range.upperBound
    else { return end }
    return follower.range.upperBound
  }

  /// Without a word of time, a number in a task is a target of the plan year.
  private func frame(of mention: Mention) -> TimeFrame {
    let isTask = periods.isTask(mention.range.lowerBound)
    if time.frame == time.usual { return Self.usual(periods, review, isTask: isTask) }
    return time.frame
  }

  /// How many values follow one another by 、 or 和, from `index` on; the second may have a verb of its own
  /// (和上升1.2%).
  private mutating func parallels(from index: Int) -> Int {
    var last = max(index, lastParallel)
    while last + 1 < mentions.count {
      let gap = mentions[last].range.upperBound..<mentions[last + 1].range.lowerBound
      guard let mark = gap.first, [0x3001, 0x548C, 0x53CA, 0xFF0C].contains(text[mark]),
        gap.count == 1 || RateFrame.at(mark + 1, in: rates)?.range == gap.dropFirst()
          || text[mark] != 0xFF0C && words.verb(in: text, at: mark + 1)?.range == gap.dropFirst()
      else { break }
      last += 1
    }
    lastParallel = last
    return last - index + 1
  }

  private mutating func append(_ mention: Mention, _ subject: Subject, _ reading: Timing.Reading) {
    var quantity = mention.quantity
    if let rate = subject.rate {
      quantity.unit += "/" + rate.denominator(of: quantity.dimension)
      if rate.isRatio { quantity.dimension = .ratio }
    } else if quantity.dimension == .area, subject.names[0].hasPrefix("人均") {
      quantity.unit += "/人"
    }
    for name in subject.names {
      drafts.append(
        FigureDraft(
          quote: min(subject.quote.lowerBound, reading.start ?? .max)..<subject.quote.upperBound,
          indicator: name + reading.suffix, quantity: quantity, aspect: reading.aspect,
          period: reading.period,
          comparedTo: reading.comparedTo, naming: subject.naming))
    }
  }
}
