// SPDX-License-Identifier: Apache-2.0

internal import Lexicon
internal import Minutes

/// Tells how each figure came by its name, its time and its aspect, and which numbers are none.
struct FigureExplainer {
  let vocabulary: Vocabulary
  let text: CleanText
  private let words: FigureWords

  init(vocabulary: Vocabulary, text: CleanText) {
    self.vocabulary = vocabulary
    self.text = text
    words = FigureWords(vocabulary)
  }

  func section(
    _ paragraphs: [Range<Int>], _ frame: MeetingFrame?, _ calls: [Span], titled title: String
  ) -> Explanation.Section {
    let parser = FigureParser(vocabulary: vocabulary)
    let times = times(in: paragraphs, frame)
    let notes = parser.drafts(in: paragraphs, of: text, frame, calls).map { draft in
      let excerpt = text.excerpt(draft.quote)
      var evidence = ["name \(draft.naming)"]
      if calls.contains(where: { $0.start <= excerpt.span.start && excerpt.span.start < $0.end }) {
        evidence.append("in a task")
      }
      evidence += verbs(in: draft.quote)
      let before = times.filter { $0.place < draft.quote.upperBound && $0.paragraph == excerpt.paragraph }
      if let frame = before.last(where: { !$0.isCompared }) {
        evidence.append("last word of time \(frame.words)")
      }
      if let base = before.last(where: \.isCompared), draft.quote.contains(base.place) {
        evidence.append("compared by \(base.words)")
      }
      let period = draft.period?.rawValue ?? "no period"
      return Explanation.Note(
        draft.indicator, "“\(excerpt.text)”, \(draft.aspect.rawValue), \(period)", by: evidence,
        at: excerpt.span)
    }
    return Explanation.Section(title: title, notes: notes + others(in: paragraphs))
  }

  /// The numbers that are no figures, with the word that they belong to where one is known.
  private func others(in paragraphs: [Range<Int>]) -> [Explanation.Note] {
    let inspector = NumeralInspector(vocabulary: vocabulary)
    return paragraphs.flatMap { inspector.numerals(in: text.scalars, $0) }.filter { !$0.isFigure }.map {
      numeral in
      let word = numeral.word.map { ["part of “\($0)”"] } ?? []
      let span = text.span(of: numeral.span.start..<numeral.span.end)
      return Explanation.Note("no figure", "“\(numeral.text)”", by: word, at: span)
    }
  }

  private struct Time {
    var place: Int
    var paragraph: Int
    var words: String
    var isCompared: Bool
  }

  private func times(in paragraphs: [Range<Int>], _ frame: MeetingFrame?) -> [Time] {
    let reader = PeriodReader(
      words: words, text: text.scalars, review: frame?.reviewYear, plan: frame?.planYear)
    return paragraphs.flatMap { paragraph in
      Clauses(text.scalars, paragraph).list.flatMap { clause in
        reader.marks(in: clause.range, isLeading: clause.opening == .stop).map { mark in
          Time(
            place: mark.range.lowerBound, paragraph: text.paragraph(at: mark.range.lowerBound),
            words: "“\(text.string(mark.range))”", isCompared: mark.reach == .compared)
        }
      }
    }
  }

  /// The verbs that tell a result from a rise, a fall or a target.
  private func verbs(in quote: Range<Int>) -> [String] {
    var found: [String] = []
    var place = quote.lowerBound
    while place < quote.upperBound {
      guard let verb = words.verb(in: text.scalars, at: place), verb.range.upperBound <= quote.upperBound
      else {
        place += 1
        continue
      }
      found.append("“\(text.string(verb.range))” is \(verb.value.aspect.rawValue)")
      place = verb.range.upperBound
    }
    return found
  }
}
