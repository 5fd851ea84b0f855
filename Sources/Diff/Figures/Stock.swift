// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Whether a number counts all there is or what was made in the year, as its clause says.
///
/// 截至年底，建成社区养老服务综合体19个 is what there is, 建成社区养老服务综合体12个 what a year brought: the second is no
/// fall. The verb may stand before the first of several (建成综合体12个、老年食堂57个), so the clause is asked, not the
/// quotation; only for pairs that would be told as a fall, because finding it takes a look through the paragraph.
enum Stock {
  /// True where the quotation itself says that all there is is counted: 达到100个, 累计不少于350个.
  static func isNamed(in figure: Figure, words: FigureWords) -> Bool {
    words.stocks.contains(where: figure.excerpt.text.holds)
  }

  /// True where the figure or its clause says so, or the words before it: 截至年底，….
  static func isTold(by figure: Figure, in meeting: Meeting, words: FigureWords) -> Bool {
    figure.aspect == .increaseTo || isNamed(in: figure, words: words)
      || words.stocks.contains(where: clause(of: figure, in: meeting, clauses: 2).holds)
  }

  /// True where the clause says that it was made and nothing that it is all there is.
  static func isBuilt(_ figure: Figure, in meeting: Meeting, words: FigureWords) -> Bool {
    guard figure.aspect == .level, !isTold(by: figure, in: meeting, words: words) else { return false }
    return words.builds.contains(where: clause(of: figure, in: meeting, clauses: 1).holds)
  }

  /// What the sentence says up to the quotation's end, from the beginning of its clause or of the one before.
  ///
  /// Of the clause before only as much is taken as introduces this one: a clause with a number of its own does not.
  private static func clause(of figure: Figure, in meeting: Meeting, clauses: Int) -> String {
    let quote = figure.excerpt.text
    let paragraph = meeting.paragraphs.first {
      $0.paragraph == figure.excerpt.paragraph && $0.page == figure.excerpt.page
        && $0.document == figure.excerpt.document
        && $0.text.holds(quote)
    }
    guard let text = paragraph?.text, let place = text.firstRange(of: quote) else { return quote }
    var parts = text[..<place.lowerBound].split(omittingEmptySubsequences: false) {
      "，。；：".contains($0)
    }
    let own = String(parts.popLast() ?? "") + quote
    guard clauses > 1, let before = parts.last, !before.contains(where: \.isNumber) else { return own }
    return before + own
  }
}
