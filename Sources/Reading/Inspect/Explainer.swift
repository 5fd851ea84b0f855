// SPDX-License-Identifier: Apache-2.0

package import Lexicon
internal import Minutes

/// Tells how a text is read, by asking the same rules that read it for their evidence.
package struct Explainer {
  private let vocabulary: Vocabulary

  package init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The explanation of one document's text, UTF-8 as decoded.
  package func explain(_ utf8: [UInt8], named fileName: String, _ tables: CharacterTables) -> Explanation {
    let source = ScalarText(utf8: utf8)
    let text = Cleaner(vocabulary: vocabulary).clean(utf8, tables)
    let layout = Layout(of: text, in: vocabulary)
    var sections = [cleaning(of: source, text), page(text, layout)]
    for (place, article) in layout.articles.enumerated() {
      let explainer = MeetingExplainer(vocabulary: vocabulary, text: text, layout: layout, fileName: fileName)
      sections += explainer.sections(of: article, titled: "meeting \(place + 1)")
    }
    if layout.articles.isEmpty {
      let figures = FigureExplainer(vocabulary: vocabulary, text: text)
      sections.append(figures.section(text.paragraphs, nil, [], titled: "figures"))
    }
    return Explanation(sections: sections)
  }

  // MARK: Cleaning

  /// So many places of each rule are shown.
  private static let shown = 3
  /// So many scalars are shown around a place.
  private static let margin = 4

  private func cleaning(of source: ScalarText, _ text: CleanText) -> Explanation.Section {
    var notes: [Explanation.Note] = []
    for damage in text.damage {
      let lost = damage.lost > 0 ? ", \(damage.lost) characters beyond repair" : ""
      notes.append(Explanation.Note(damage.kind, "\(damage.count)\(lost)"))
      for span in damage.spans.prefix(Self.shown) {
        let wide = max(0, span.start - Self.margin)..<min(source.count, span.end + Self.margin)
        let before = String(scalars: source.scalars[wide])
        notes.append(Explanation.Note("", "“\(before)” → “\(after(wide, text))”", at: span))
      }
    }
    return Explanation.Section(title: "cleaning", notes: notes)
  }

  /// What a range of the source has become after all rules; `origins` ascend, but for joins within a rule.
  private func after(_ range: Range<Int>, _ text: CleanText) -> String {
    var low = 0
    var high = text.origins.count
    while low < high {
      let middle = (low + high) / 2
      if Int(text.origins[middle]) < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < text.origins.count, Int(text.origins[end]) < range.upperBound { end += 1 }
    return text.string(low..<end)
  }

  // MARK: The page

  private func page(_ text: CleanText, _ layout: Layout) -> Explanation.Section {
    let classifier = LineClassifier(vocabulary: vocabulary, scalars: text.scalars)
    var notes = classifier.lines(text.paragraphs).enumerated().map { number, line in
      let range = line.range
      let head = text.string(range.prefix(Self.lineHead)) + (range.count > Self.lineHead ? "…" : "")
      let told = line.meeting.map { ["reports “\(text.string($0.kind))”, score \($0.score)"] } ?? []
      return Explanation.Note("¶\(number + 1) \(line.kind)", head, by: told, at: text.span(of: range))
    }
    if let published = layout.published { notes.append(Explanation.Note("published", published.description)) }
    if let publisher = layout.publisher { notes.append(Explanation.Note("publisher", publisher)) }
    if let url = layout.url { notes.append(Explanation.Note("url", url)) }
    notes += layout.mentions.map { Explanation.Note("mention", $0) }
    if let reason = layout.reason { notes.append(Explanation.Note("no report", reason.rawValue)) }
    return Explanation.Section(title: "page", notes: notes)
  }

  private static let lineHead = 24
}
