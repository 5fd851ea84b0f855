// SPDX-License-Identifier: Apache-2.0

package import Lexicon
package import Minutes

/// Finds the figures of an article: numbers with unit, indicator, period and aspect.
///
/// The steps, each in its own folder: numerals (how a number is written), quantities (its unit and bounds,
/// and which
/// numbers are no figures), periods (what time the text speaks of), subjects (what is counted), and here all
/// together.
///
/// Example: 养老床位增至40.2万张 is 养老床位, 402000 张, increase-to, of the year looked back on.
package struct FigureParser: Sendable {
  private let words: FigureWords
  private let topics: TopicFinder
  private let confidence: Confidence

  package init(vocabulary: Vocabulary) {
    words = FigureWords(vocabulary)
    topics = TopicFinder(vocabulary)
    confidence = Confidence(vocabulary)
  }

  /// The figures of `paragraphs`; `frame` is nil for a text that tells of no meeting, `calls` are the
  /// stretches that tell what is to be done: numbers there are targets. `page` is the day of a page without
  /// a meeting.
  package func figures(
    in paragraphs: [Range<Int>], of text: CleanText, _ frame: MeetingFrame?, _ calls: [Span],
    page: MeetingDate? = nil
  ) -> [Figure] {
    drafts(in: paragraphs, of: text, frame, calls, page: page).map { draft in
      Figure(
        excerpt: text.excerpt(draft.quote), indicator: draft.indicator, quantity: draft.quantity,
        aspect: draft.aspect, period: draft.period, comparedTo: draft.comparedTo,
        topic: topics.topic(of: draft.quote, in: text, sector: frame?.sector),
        confidence: confidence.of(draft.naming))
    }
  }

  /// Where the text says what is to be done: in the tasks, and in what somebody asks for.
  ///
  /// A list that compares with earlier years (同比, 较2020年) tells what was done, whoever seems to ask for it.
  package func calls(_ priorities: [Priority], _ others: [OtherList]) -> [Span] {
    let asked = others.filter { $0.about == .meetingRequirements || $0.about == .leaderRequirements }
    let called = asked.filter { list in !list.items.contains { compares([UInt32]($0.excerpt.text)) } }
    return priorities.map(\.excerpt.span) + called.flatMap(\.items).map(\.excerpt.span)
  }

  private func compares(_ text: [UInt32]) -> Bool {
    text.indices.contains { place in
      if case .before = words.time(in: text, at: place)?.value { return true }
      return place > 0 && [0x6BD4, 0x8F83].contains(text[place - 1])
        && WrittenYears(text: text, end: text.count).years(at: place) != nil
    }
  }

  /// The figures as places in the text, with how each got its name.
  func drafts(
    in paragraphs: [Range<Int>], of text: CleanText, _ frame: MeetingFrame?, _ calls: [Span],
    page: MeetingDate? = nil
  ) -> [FigureDraft] {
    let times = times(frame, page, paragraphs, text)
    let tasks = calls.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    var columns: [TimeFrame] = []
    return paragraphs.flatMap { drafts(in: $0, of: text, times, tasks, &columns) }
  }

  /// The years and the day that times without a year are read by; `looked` is the period looked back on as
  /// told.
  private struct Times {
    var review: Int?
    var plan: Int?
    var day: MeetingDate?
    var looked: Period?
  }

  /// Of a text without a meeting, a bulletin perhaps, the first year it names is the one that it tells of.
  private func times(
    _ frame: MeetingFrame?, _ page: MeetingDate?, _ paragraphs: [Range<Int>], _ text: CleanText
  ) -> Times {
    if let frame {
      return Times(
        review: frame.reviewYear, plan: frame.planYear, day: frame.date, looked: frame.reviewPeriods.first)
    }
    let named = paragraphs.prefix(Self.headParagraphs).lazy.compactMap { paragraph -> Int? in
      let written = WrittenYears(text: text.scalars, end: paragraph.upperBound)
      return paragraph.lazy.compactMap { written.years(at: $0) }
        .first { $0.end >= paragraph.upperBound || NumeralScalar.arabic(text.scalars[$0.end]) == nil }?.last
    }.first
    return Times(review: named, plan: page?.year, day: page)
  }

  /// How many paragraphs at the head of a bulletin may name its year.
  private static let headParagraphs = 6

  private func drafts(
    in paragraph: Range<Int>, of text: CleanText, _ times: Times, _ tasks: [Span],
    _ columns: inout [TimeFrame]
  ) -> [FigureDraft] {
    // A word of time may close the text, and what follows it is asked for.
    let isTask = { (place: Int) in
      place < text.origins.count && Self.isTask(Int(text.origins[place]), tasks)
    }
    let periods = PeriodReader(
      words: words, text: text.scalars, review: times.review, plan: times.plan, meeting: times.day,
      isTask: isTask)
    let scanned = QuantityScanner(words: words, text: text.scalars, paragraph: paragraph).scan()
    guard !scanned.mentions.isEmpty else {
      columns = header(paragraph, text, periods)
      return []
    }
    var reader = ParagraphReader(
      words: words, text: text.scalars, paragraph: paragraph, mentions: scanned.mentions,
      rates: scanned.rates,
      periods: periods, columns: columns, review: times.looked)
    return reader.read()
  }

  /// The times over the columns of a table: 指标名称　2024年完成　2025年目标. A row of text names one time at most.
  private func header(_ paragraph: Range<Int>, _ text: CleanText, _ periods: PeriodReader) -> [TimeFrame] {
    guard paragraph.count < 200, !text.scalars[paragraph].contains(where: Clauses.isMark) else { return [] }
    let marks = periods.marks(in: paragraph, isLeading: false)
    return marks.count > 1 ? marks.map(\.frame) : []
  }

  /// True where a place of the source lies in a task: a number there is what is to be reached.
  private static func isTask(_ place: Int, _ tasks: [Span]) -> Bool {
    var low = 0
    var high = tasks.count
    while low < high {
      let middle = (low + high) / 2
      if tasks[middle].start <= place { low = middle + 1 } else { high = middle }
    }
    return low > 0 && place < tasks[low - 1].end
  }
}
