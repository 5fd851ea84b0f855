// SPDX-License-Identifier: Apache-2.0

package import Lexicon
package import Minutes

/// Reads a text: clean, lay out, and for each article metadata, lists and figures.
package struct Reader: Sendable {
  /// Raised whenever rules change what a text reads as; tables are told apart by their hash beside it.
  package static let rulesNumber = 1

  private let vocabulary: Vocabulary
  private let metadata: MetadataParser
  private let lists: ListParser
  private let figures: FigureParser

  package init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    metadata = MetadataParser(vocabulary: vocabulary)
    lists = ListParser(vocabulary: vocabulary)
    figures = FigureParser(vocabulary: vocabulary)
  }

  /// Reads one document's text, UTF-8 as decoded; `fileName` is the last evidence for place and year.
  ///
  /// `pages` are those of the document that the text was taken from, in order.
  package func read(
    _ utf8: [UInt8], named fileName: String, _ tables: CharacterTables, pages: [TextPage] = []
  ) -> Report {
    let text = Cleaner(vocabulary: vocabulary).clean(utf8, tables, pages: pages)
    let layout = Layout(of: text, in: vocabulary)
    var report = Report(
      publisher: layout.publisher, published: layout.published, url: layout.url, damage: text.damage,
      mentions: layout.mentions)
    report.meetings = layout.articles.compactMap { meeting(in: $0, of: text, named: fileName, layout) }
    if report.meetings.isEmpty {
      report.reason = layout.reason ?? (text.paragraphs.isEmpty ? .empty : .noMeeting)
      report.figures = figures.figures(in: text.paragraphs, of: text, nil, [], page: layout.published)
      if !report.figures.isEmpty { place(&report, text, fileName) }
    }
    return report
  }

  /// Says of a text without a meeting what it is called and which place its figures are about.
  private func place(_ report: inout Report, _ text: CleanText, _ fileName: String) {
    let head = BulletinHead(text, publisher: report.publisher, vocabulary)
    report.title = head.title.map(text.string)
    report.jurisdiction = head.jurisdiction(named: fileName, published: report.published)
  }

  private func meeting(
    in article: Article, of text: CleanText, named fileName: String, _ layout: Layout
  ) -> Meeting? {
    guard let frame = metadata.frame(of: article, in: text, named: fileName, layout) else { return nil }
    let (priorities, others) = lists.lists(in: article, of: text, frame)
    return Meeting(
      title: frame.title, jurisdiction: frame.jurisdiction, sector: frame.sector, kind: frame.kind,
      category: frame.category, date: frame.date, dateInferred: frame.dateInferred,
      dateBasis: frame.dateBasis,
      reviewPeriods: frame.reviewPeriods, planPeriods: frame.planPeriods, officials: frame.officials,
      priorities: priorities, otherLists: others,
      figures: figures.figures(
        in: article.paragraphs, of: text, frame, self.figures.calls(priorities, others)),
      paragraphs: article.paragraphs.map(text.excerpt), damaged: text.damagedShare(of: article.paragraphs))
  }
}
