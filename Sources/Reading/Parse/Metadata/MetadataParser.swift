// SPDX-License-Identifier: Apache-2.0

package import Lexicon
internal import Minutes

/// Reads who met, when and about what from an article.
package struct MetadataParser: Sendable {
  let vocabulary: Vocabulary
  private let jurisdictions: JurisdictionFinder

  package init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    jurisdictions = JurisdictionFinder(vocabulary: vocabulary)
  }

  /// The frame of the meeting that an article tells of, or nil where it tells of none.
  ///
  /// `fileName`, with its sub-folders, is the last evidence for place and year.
  package func frame(of article: Article, in text: CleanText, named fileName: String, _ layout: Layout)
    -> MeetingFrame?
  {
    guard let (name, lead) = meeting(of: article, in: text) else { return nil }
    let kind = MeetingKind(name, in: text, vocabulary)
    var frame = MeetingFrame(kind: kind.words, category: kind.category)
    frame.title = article.title.map(text.headline)
    let agenda = Agenda(of: article, in: text, vocabulary)
    let dates = MeetingDay(vocabulary: vocabulary, text: text, fileName: fileName)
    var day = dates.date(
      of: name, in: lead, article, agenda, page: article.published ?? layout.published)
    if day == nil { day = dates.undated(name, in: lead, elsewhere: others(than: article, in: text, layout)) }
    frame.date = day?.date
    frame.dateInferred = day?.inferred ?? false
    frame.dateBasis = day?.basis
    let found = jurisdictions.jurisdiction(
      of: article, in: text, named: fileName, publisher: layout.publisher, year: frame.date?.year)
    frame.jurisdiction = found?.division
    frame.sector =
      kind.sector ?? SectorFinder(vocabulary: vocabulary, text: text).sector(of: article, ofMeeting: kind)
    frame.planPeriods = agenda.plan(of: frame.date, name.year)
    frame.reviewPeriods = agenda.review(before: frame.planPeriods.first?.lastYear, in: frame.date)
    frame.officials = OfficialFinder(vocabulary: vocabulary, text: text).officials(of: article)
    return frame
  }

  /// The meeting that the article reports, and the paragraph that does: in the text first, for its words are
  /// complete, in the headline where the text only says 会议.
  func meeting(of article: Article, in text: CleanText) -> (MeetingName, Range<Int>)? {
    let finder = MeetingNameFinder(vocabulary: vocabulary)
    for paragraph in article.paragraphs.prefix(6) {
      let head = paragraph.lowerBound..<min(paragraph.upperBound, paragraph.lowerBound + 400)
      if let name = finder.reported(in: text.scalars, head) { return (name, paragraph) }
    }
    guard let title = article.title, let first = article.paragraphs.first else { return nil }
    let names = finder.names(in: text.scalars, title)
    return names.max { $0.score < $1.score }.map { ($0, first) }
  }

  /// So many reports of a page are asked for a year: a page of a thousand undated ones has none to give.
  private static let neighbours = 8

  /// The year of another dated report of the same page.
  private func others(than article: Article, in text: CleanText, _ layout: Layout) -> Int? {
    for other in layout.articles.prefix(Self.neighbours)
    where other.paragraphs.first != article.paragraphs.first {
      guard let (name, lead) = meeting(of: other, in: text) else { continue }
      let agenda = Agenda(of: other, in: text, vocabulary)
      let dates = MeetingDay(vocabulary: vocabulary, text: text, fileName: "")
      if let day = dates.date(of: name, in: lead, other, agenda, page: other.published) {
        return day.date.year
      }
    }
    return nil
  }
}
