// SPDX-License-Identifier: Apache-2.0

package import Lexicon
package import Minutes

/// Finds the figures of an article: numbers with unit, indicator, period and aspect.
///
/// The steps, each in its own folder: numerals (how a number is written), quantities (its unit and bounds, and which
/// numbers are no figures), periods (what time the text speaks of), subjects (what is counted), and here all together.
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
  /// stretches that tell what is to be done: numbers there are targets.
  package func figures(
    in paragraphs: [Range<Int>], of text: CleanText, _ frame: MeetingFrame?, _ calls: [Span]
  ) -> [Figure] {
    drafts(in: paragraphs, of: text, frame, calls).map { draft in
      Figure(
        excerpt: text.excerpt(draft.quote), indicator: draft.indicator, quantity: draft.quantity,
        aspect: draft.aspect, period: draft.period, comparedTo: draft.comparedTo,
        topic: topics.topic(of: draft.quote, in: text, sector: frame?.sector),
        confidence: confidence.of(draft.naming))
    }
  }

  /// The figures as places in the text, with how each got its name.
  func drafts(
    in paragraphs: [Range<Int>], of text: CleanText, _ frame: MeetingFrame?, _ calls: [Span]
  ) -> [FigureDraft] {
    let tasks = calls.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    var columns: [TimeFrame] = []
    return paragraphs.flatMap { drafts(in: $0, of: text, frame, tasks, &columns) }
  }

  private func drafts(
    in paragraph: Range<Int>, of text: CleanText, _ frame: MeetingFrame?, _ tasks: [Span], _ columns: inout [TimeFrame]
  ) -> [FigureDraft] {
    let periods = PeriodReader(words: words, text: text.scalars, review: frame?.reviewYear, plan: frame?.planYear)
    let scanned = QuantityScanner(words: words, text: text.scalars, paragraph: paragraph).scan()
    guard !scanned.mentions.isEmpty else {
      columns = header(paragraph, text, periods)
      return []
    }
    var reader = ParagraphReader(
      words: words, text: text.scalars, paragraph: paragraph, mentions: scanned.mentions, rates: scanned.rates,
      periods: periods, columns: columns
    ) { place in
      Self.isTask(Int(text.origins[place]), tasks)
    }
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
