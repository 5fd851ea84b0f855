// SPDX-License-Identifier: Apache-2.0

/// Finds the words that stand before a list and may announce it.
struct Lead {
  let text: CleanText
  let paragraphs: [Range<Int>]

  /// No more than this many scalars announce a list.
  private static let reach = 400

  /// The words of the paragraph before `place`, with the headings and, where the list opens its paragraph,
  /// the end of the paragraph above.
  func range(before place: Int, in paragraph: Int) -> Range<Int> {
    var start = paragraphs[paragraph].lowerBound
    var above = paragraph - 1
    if start == place {
      if above >= 0 { start = paragraphs[above].lowerBound }
      above -= 1
    }
    if above >= 0, isHeading(paragraphs[above]) { start = paragraphs[above].lowerBound }
    return max(start, place - Self.reach)..<place
  }

  /// Where somebody may have been given the floor: the paragraph of the list and the one above.
  func floor(before place: Int) -> Range<Int> {
    let paragraph = max(0, text.paragraph(at: place, among: paragraphs) - 1)
    return max(paragraphs[paragraph].lowerBound, place - 2 * Self.reach)..<place
  }

  /// A heading is short and has no full stop.
  private func isHeading(_ range: Range<Int>) -> Bool {
    range.count <= 30 && text.first(in: range, where: Marks.isFullStop) == range.upperBound
  }
}
