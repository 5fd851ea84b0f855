// SPDX-License-Identifier: Apache-2.0

internal import Lexicon

/// Finds the body's field where the meeting's name does not tell it: 市教育局召开座谈会.
struct SectorFinder {
  let vocabulary: Vocabulary
  let text: CleanText

  /// The field of the first organ named in the headline or the opening, or of the first line of work in the
  /// headline.
  ///
  /// A committee over all fields (常委会会议, 常务会议) has none, whatever it takes up on a day.
  func sector(of article: Article, ofMeeting kind: MeetingKind) -> String? {
    if kind.isOverFields { return nil }
    let ranges = [article.title].compactMap(\.self) + article.paragraphs.prefix(3)
    for range in ranges {
      if let sector = sector(in: range, ofOrgan: true) { return sector }
    }
    return article.title.flatMap { sector(in: $0, ofOrgan: false) }
  }

  private func sector(in range: Range<Int>, ofOrgan: Bool) -> String? {
    for place in range {
      guard let match = vocabulary.words.longest(of: .sectors, in: text.scalars, at: place) else { continue }
      let next = match.range.upperBound < text.scalars.count ? text.scalars[match.range.upperBound] : 0
      if !ofOrgan || Self.organs.contains(next) { return vocabulary[.sectors][match.row][1] }
    }
    return nil
  }

  private static let organs = ScalarSet("局厅委部办系")
}
