// SPDX-License-Identifier: Apache-2.0

internal import Lexicon
internal import Minutes

/// What a text that reports on no meeting is called, and whose figures it gives.
///
/// Figures of the wrong place would answer targets that are not theirs. So a place counts only where the
/// title or the publisher names it: what a text merely speaks of most may be a neighbour that it is compared
/// with.
struct BulletinHead {
  /// The first line that is a heading.
  let title: Range<Int>?

  private let text: CleanText
  private let publisher: String?
  private let vocabulary: Vocabulary

  init(_ text: CleanText, publisher: String?, _ vocabulary: Vocabulary) {
    self.text = text
    self.publisher = publisher
    self.vocabulary = vocabulary
    let lines = LineClassifier(vocabulary: vocabulary, scalars: text.scalars).lines(
      Array(text.paragraphs.prefix(Self.headLines)))
    title = lines.first { $0.kind == .heading }?.range
  }

  /// A title stands among the first lines; what comes later heads a part.
  private static let headLines = 8

  /// The place, or nil where neither title nor publisher names one.
  func jurisdiction(named fileName: String, published: MeetingDate?) -> Division? {
    let article = Article(
      title: title, paragraphs: text.paragraphs.filter { $0 != title }, published: published)
    let found = JurisdictionFinder(vocabulary: vocabulary).jurisdiction(
      of: article, in: text, named: fileName, publisher: publisher, year: published?.year)
    guard let division = found?.division else { return nil }
    let heads = [title.map(text.string), publisher].compactMap(\.self)
    return heads.contains { $0.contains(division.short) } ? division : nil
  }
}
