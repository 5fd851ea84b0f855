// SPDX-License-Identifier: Apache-2.0

internal import Lexicon
internal import Minutes

/// Tells how one article became a meeting: its frame, its lists, its figures.
struct MeetingExplainer {
  let vocabulary: Vocabulary
  let text: CleanText
  let layout: Layout
  let fileName: String

  func sections(of article: Article, titled title: String) -> [Explanation.Section] {
    let metadata = MetadataParser(vocabulary: vocabulary)
    guard let frame = metadata.frame(of: article, in: text, named: fileName, layout) else {
      let note = Explanation.Note("no meeting", "the article names none that took place")
      return [Explanation.Section(title: title, notes: [note])]
    }
    let parser = ListParser(vocabulary: vocabulary)
    let (priorities, others) = parser.lists(in: article, of: text, frame)
    let figures = FigureExplainer(vocabulary: vocabulary, text: text)
    let calls = FigureParser(vocabulary: vocabulary).calls(priorities, others)
    return [
      Explanation.Section(title: title, notes: notes(on: frame, metadata, article)),
      Explanation.Section(title: "\(title): lists", notes: lists(parser, article, frame, priorities)),
      figures.section(
        article.paragraphs, frame, calls, titled: "\(title): figures"),
    ]
  }

  // MARK: The frame

  private func notes(
    on frame: MeetingFrame, _ metadata: MetadataParser, _ article: Article
  ) -> [Explanation.Note] {
    var notes: [Explanation.Note] = []
    if let title = article.title {
      notes.append(Explanation.Note("title", text.headline(title), at: text.span(of: title)))
    }
    if let (name, lead) = metadata.meeting(of: article, in: text) {
      let words = text.string(name.whole)
      notes.append(
        Explanation.Note(
          "kind", "\(frame.kind), class \(frame.category)", by: ["the name “\(words)”, score \(name.score)"],
          at: text.span(of: name.whole)))
      notes.append(date(frame, name, lead, article))
    }
    notes.append(jurisdiction(frame, article))
    notes.append(Explanation.Note("sector", frame.sector ?? "none"))
    notes.append(Explanation.Note("review", list(frame.reviewPeriods.map(\.rawValue))))
    notes.append(Explanation.Note("plan", list(frame.planPeriods.map(\.rawValue))))
    notes += frame.officials.map { Explanation.Note("official", "\($0.name), \($0.role)", by: [$0.part]) }
    return notes
  }

  /// All that speaks for a year or a day, in the order in which it is asked.
  private func date(
    _ frame: MeetingFrame, _ name: MeetingName, _ lead: Range<Int>, _ article: Article
  ) -> Explanation.Note {
    let days = MeetingDay(vocabulary: vocabulary, text: text, fileName: fileName)
    let expression = days.expression(of: name, in: lead)
    var evidence: [String] = []
    if let expression { evidence.append("the words “\(text.string(expression.range))”") }
    if let year = name.year { evidence.append("the meeting's name: \(year)") }
    if let page = article.published ?? layout.published { evidence.append("the page: \(page)") }
    if let year = Agenda(of: article, in: text, vocabulary).year { evidence.append("the tasks: \(year)") }
    if !fileName.isEmpty, frame.dateInferred { evidence.append("the file: \(fileName)") }
    return Explanation.Note(
      "date", (frame.date?.description ?? "none") + (frame.dateInferred ? ", inferred" : ""), by: evidence,
      at: expression.map { text.span(of: $0.range) })
  }

  private func jurisdiction(_ frame: MeetingFrame, _ article: Article) -> Explanation.Note {
    let found = JurisdictionFinder(vocabulary: vocabulary).jurisdiction(
      of: article, in: text, named: fileName, publisher: layout.publisher, year: frame.date?.year)
    guard let found else { return Explanation.Note("jurisdiction", "none") }
    return Explanation.Note(
      "jurisdiction", "\(found.division.fullName) \(found.division.code)", by: [found.evidence.rawValue])
  }

  private func list(_ words: [String]) -> String { words.isEmpty ? "none" : words.joined(separator: ", ") }

  // MARK: Lists

  private func lists(
    _ parser: ListParser, _ article: Article, _ frame: MeetingFrame, _ priorities: [Priority]
  ) -> [Explanation.Note] {
    let marked = parser.verdicts(in: article, of: text, frame).map { list, verdict in
      let lead = text.string(list.lead.suffix(Self.leadShown))
      let speaker = verdict.speaker.map { ["the speaker \($0)"] } ?? []
      return Explanation.Note(
        "list", "\(list.items.count) items, \(list.form): \(Self.name(verdict.about))",
        by: ["the words before it “\(lead)”", "weight of tasks \(Self.rounded(verdict.tasks))"] + speaker,
        at: text.span(of: list.start..<list.end))
    }
    let items = priorities.map { item in
      let marker = item.marker.map { ["the marker \($0)"] } ?? ["no marker"]
      let topics = item.topics.isEmpty ? [] : ["topics \(item.topics.joined(separator: ", "))"]
      return Explanation.Note("priority \(item.rank)", item.head, by: marker + topics, at: item.excerpt.span)
    }
    return marked + items
  }

  private static let leadShown = 40

  private static func name(_ about: ListCues.About) -> String {
    switch about {
    case .tasks: "tasks"
    case .other(let other): other.rawValue
    }
  }

  private static func rounded(_ weight: Double) -> String { String((weight * 10).rounded() / 10) }
}
