// SPDX-License-Identifier: Apache-2.0

package import Lexicon
package import Minutes

/// What a page consists of: articles, headlines without content, and chrome.
package struct Layout: Sendable {
  package var articles: [Article]
  /// Headlines that name a meeting the page does not tell of.
  package var mentions: [String]
  package var published: MeetingDate?
  package var publisher: String?
  package var url: String?
  /// Why the page holds no report, where it holds none.
  package var reason: Report.Reason?

  package init(of text: CleanText, in vocabulary: Vocabulary) {
    let classifier = LineClassifier(vocabulary: vocabulary, scalars: text.scalars)
    let lines = classifier.lines(text.paragraphs)
    let dates = DateScanner(vocabulary: vocabulary)
    let stack = HeadlineStack(vocabulary: vocabulary, text: text, lines: lines)
    let parts = ArticleSplitter(lines: lines, scalars: text.scalars, dates: dates, stack: stack).parts()
    let headline = Headline(vocabulary: vocabulary, scalars: text.scalars)
    let source = SourceCredit(vocabulary: vocabulary, text: text)
    articles = []
    var told: Set<[UInt32]> = []
    for part in parts {
      let article = Self.article(part, lines, headline, dates, text)
      if told.insert(article.opening(in: text)).inserted { articles.append(article) }
    }
    published = Self.published(lines.filter { $0.kind == .dateline }, dates, text)
    publisher = source.publisher(lines)
    url = source.address(lines)
    mentions = Self.mentions(lines, parts, articles, text)
    let doubt = ReasonFinder(vocabulary: vocabulary, text: text, lines: lines)
    reason = doubt.veto(articles) ?? (articles.isEmpty ? doubt.reason() : nil)
    if reason != nil { articles = [] }
  }

  private static func article(
    _ part: ArticleSplitter.Part, _ lines: [PageLine], _ headline: Headline, _ dates: DateScanner,
    _ text: CleanText
  ) -> Article {
    var title = part.heading.flatMap { stacked in
      headline.title(
        lines[stacked.lowerBound].range.lowerBound..<lines[stacked.upperBound - 1].range.upperBound)
    }
    var body = part.lines.filter { lines[$0].kind == .text || lines[$0].kind == .heading }
    if let original = body.lazy.compactMap({ headline.original(lines[$0].range) }).first {
      title = title ?? original
      body.removeAll { isOriginal($0, headline, lines) }
    }
    while let last = body.last, lines[last].kind == .heading { body.removeLast() }
    let start = part.heading?.lowerBound ?? part.lines.lowerBound
    let datelines = lines[start..<part.lines.upperBound].filter { $0.kind == .dateline }
    return Article(
      title: title, paragraphs: body.map { lines[$0].range }, published: published(datelines, dates, text))
  }

  private static let today = [UInt32]("今天是")

  private static func isOriginal(_ number: Int, _ headline: Headline, _ lines: [PageLine]) -> Bool {
    headline.original(lines[number].range).map { $0.count * 2 > lines[number].range.count } ?? false
  }

  /// The first full date of the datelines; 今天是2023年4月11日 is the reader's day, not the page's.
  private static func published(_ lines: [PageLine], _ dates: DateScanner, _ text: CleanText) -> MeetingDate?
  {
    for line in lines where text.scalars.place(of: Self.today, in: line.range) == nil {
      for date in dates.dates(in: text.scalars, line.range) where date.isFull {
        if let year = date.year { return MeetingDate(year: year, month: date.month, day: date.day) }
      }
    }
    return nil
  }

  /// Lines outside all articles that report a meeting; a link's own words follow its ：.
  private static func mentions(
    _ lines: [PageLine], _ parts: [ArticleSplitter.Part], _ articles: [Article], _ text: CleanText
  ) -> [String] {
    var inside = Set(parts.flatMap { Array($0.lines) })
    inside.formUnion(parts.flatMap { $0.heading.map(Array.init) ?? [] })
    var known = Set(articles.compactMap(\.title).map(text.headline))
    var found: [String] = []
    for number in lines.indices where !inside.contains(number) && lines[number].kind != .text {
      guard let mention = lines[number].mention(in: text), known.insert(mention).inserted else { continue }
      found.append(mention)
    }
    return found
  }
}
