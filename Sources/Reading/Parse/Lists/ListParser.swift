// SPDX-License-Identifier: Apache-2.0

package import Lexicon
package import Minutes

/// Finds the enumerations of an article and tells the tasks from everything else.
package struct ListParser: Sendable {
  private let words: ListWords
  private let cues: ListCues
  private let topics: TopicFinder
  private let terms: TermFinder
  private let confidence: Confidence

  package init(vocabulary: Vocabulary) {
    words = ListWords(vocabulary)
    cues = ListCues(vocabulary)
    topics = TopicFinder(vocabulary)
    terms = TermFinder(vocabulary)
    confidence = Confidence(vocabulary)
  }

  /// The priorities that the meeting sets, and all other lists.
  package func lists(
    in article: Article, of text: CleanText, _ frame: MeetingFrame
  ) -> (priorities: [Priority], others: [OtherList]) {
    let heads = HeadCutter(text: text, words: words)
    let found = verdicts(in: article, of: text, frame)
    let tasks = Self.tasks(among: found)
    let others = found.indices.filter { !tasks.contains($0) }.map { place in
      other(found[place].0, found[place].1, of: text, heads)
    }
    var lists = tasks.map { found[$0].0 }
    if lists.isEmpty {
      let unmarked = UnmarkedLists(text: text, paragraphs: article.paragraphs, words: words, cues: cues)
        .lists()
      lists = Self.clear(unmarked, of: found.map(\.0))
    }
    return (priorities(of: lists, text, frame, heads), others)
  }

  /// All marked lists with what each is about, in the order of the text.
  func verdicts(
    in article: Article, of text: CleanText, _ frame: MeetingFrame
  ) -> [(Enumeration, ListJudge.Verdict)] {
    let judge = ListJudge(
      text: text, frame: frame, words: words, cues: cues, topics: topics,
      heads: HeadCutter(text: text, words: words))
    let sections = Sections(text: text, paragraphs: article.paragraphs, words: words)
    return marked(article.paragraphs, of: text).map { list in
      var list = list
      list.section = sections.heading(above: list.start)
      return (list, judge.verdict(on: list))
    }
  }

  /// All lists that a mark, a common opening or an announcement makes, in the order of the text.
  private func marked(_ paragraphs: [Range<Int>], of text: CleanText) -> [Enumeration] {
    let numbered = NumberedLists(text: text, paragraphs: paragraphs, words: words).lists()
    let opening = OpeningLists(
      text: text, paragraphs: paragraphs, words: words, numbered: numbered, cues: cues
    ).lists()
    let marked = (Self.outer(numbered, around: opening) + opening).sorted { $0.start < $1.start }
    let announced = AnnouncedLists(text: text, paragraphs: paragraphs, words: words, cues: cues).lists()
    let told = (marked + Self.clear(announced, of: marked)).sorted { $0.start < $1.start }
    let repeated = RepeatedClauses(text: text, paragraphs: paragraphs, words: words).lists()
    let all = (told + Self.clear(repeated, of: told)).sorted { $0.start < $1.start }
    let promised = AnnouncedParagraphs(text: text, paragraphs: paragraphs, words: words, cues: cues).lists()
    let titled = TitledSentences(text: text, paragraphs: paragraphs, words: words, cues: cues).lists()
    return Self.fullest(Self.laid(promised + Self.clear(titled, of: promised), over: all), in: text)
  }

  /// Lists of whole paragraphs or titles together with the others: what stands within one of their items
  /// belongs to it.
  ///
  /// A list that has the same items marks them better, and one that crosses the items or reaches beyond them
  /// is nearer to what is printed.
  private static func laid(_ promised: [Enumeration], over lists: [Enumeration]) -> [Enumeration] {
    var next = 0
    let kept = promised.sorted { $0.start < $1.start }.filter { outer in
      while next < lists.count, lists[next].end <= outer.start { next += 1 }
      return !lists[next...].prefix { $0.start < outer.end }.contains { list in
        let isSame = list.start == outer.start && list.items.count == outer.items.count
        let isWithin = outer.start <= list.start && list.end <= outer.end
        let isCounted = list.isCounted && outer.items.contains { $0.text.lowerBound == list.start }
        return isSame || !isWithin || isCounted
      }
    }
    return (kept + clear(lists, of: kept)).sorted { $0.start < $1.start }
  }

  /// The numbered lists that do not stand in an item of another list: 要健全体系：一是……；二是……。
  private static func outer(_ numbered: [Enumeration], around opening: [Enumeration]) -> [Enumeration] {
    let bodies = opening.flatMap(\.items).map(\.text)
    var next = 0
    return numbered.filter { list in
      while next < bodies.count, bodies[next].upperBound <= list.start { next += 1 }
      return next == bodies.count || bodies[next].lowerBound > list.start
    }
  }

  /// Which lists are the tasks: those announced as such, and where none is, the one that speaks of most
  /// work.
  private static func tasks(among found: [(Enumeration, ListJudge.Verdict)]) -> [Int] {
    let best = found.lazy.filter { $0.1.about == .tasks }.map(\.1.tasks).max() ?? 0
    return found.indices.filter { found[$0].1.about == .tasks && found[$0].1.tasks >= best * 0.6 }
  }

  /// Without the lists that only name what another elaborates: 今年将聚焦特殊群体、聚焦群众关切…… over a paragraph on each.
  private static func fullest(_ lists: [Enumeration], in text: CleanText) -> [Enumeration] {
    lists.filter { list in
      !lists.contains { other in
        other.start > list.start && other.items.count == list.items.count
          && zip(list.items, other.items).allSatisfy { short, long in
            let name = text.scalars[short.text].prefix { !Marks.endsClause($0) }
            return name.count > 1 && name.count < long.text.count
              && text.scalars[long.text].starts(with: name)
          }
      }
    }
  }

  /// The unmarked lists that no marked one crosses; both are in the order of the text.
  private static func clear(_ unmarked: [Enumeration], of marked: [Enumeration]) -> [Enumeration] {
    var next = 0
    return unmarked.filter { list in
      while next < marked.count, marked[next].end <= list.start { next += 1 }
      return next == marked.count || marked[next].start >= list.end
    }
  }

  private func priorities(
    of lists: [Enumeration], _ text: CleanText, _ frame: MeetingFrame, _ heads: HeadCutter
  ) -> [Priority] {
    var priorities: [Priority] = []
    for list in lists {
      for item in list.items where !item.text.isEmpty {
        let head = heads.head(of: item.text)
        priorities.append(
          Priority(
            rank: priorities.count + 1, marker: item.label.map(text.string), head: text.string(head),
            excerpt: text.excerpt(item.text),
            topics: topics.topics(of: item.text, head: head, in: text, frame),
            terms: terms.terms(in: item.text, of: text), confidence: confidence.of(list.form)))
      }
    }
    return priorities
  }

  private func other(
    _ list: Enumeration, _ verdict: ListJudge.Verdict, of text: CleanText, _ heads: HeadCutter
  ) -> OtherList {
    let items = list.items.filter { !$0.text.isEmpty }
    return OtherList(
      about: Self.about(verdict), by: verdict.speaker,
      items: items.indices.map { place in
        OtherList.Item(
          rank: place + 1, marker: items[place].label.map(text.string),
          head: text.string(heads.head(of: items[place].text)), excerpt: text.excerpt(items[place].text))
      })
  }

  private static func about(_ verdict: ListJudge.Verdict) -> OtherList.About {
    switch verdict.about {
    case .other(let about): about
    case .tasks: verdict.speaker == nil ? .meetingRequirements : .leaderRequirements
    }
  }
}
