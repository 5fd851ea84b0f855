// SPDX-License-Identifier: Apache-2.0

internal import Lexicon

/// Makes lists of sentences that open with the same word: 要聚焦……。要聚焦……。要聚焦……。
///
/// Three make a list, two do not. A sentence that brings the subject (全省民政系统要……) is the lead, not an item,
/// unless it repeats the opening to the word (要聚焦), or the opening stands at the head of a clause of its
/// own (，进一步……).
struct OpeningLists {
  let text: CleanText
  let paragraphs: [Range<Int>]
  let words: ListWords
  /// The numbered lists; what stands in their items opens no list.
  let numbered: [Enumeration]
  let cues: ListCues

  /// One sentence that opens with the word.
  private struct Unit {
    var sentence: Int
    /// Where the opening word begins.
    var start: Int
    var opensParagraph: Bool
  }

  private struct Run {
    var opener: ArraySlice<UInt32> = []
    var units: [Unit] = []
    var gap = 0
  }

  private static let must = Unicode.Scalar("要").value

  /// The lists in order.
  func lists() -> [Enumeration] {
    let sentences = Sentence.all(of: paragraphs, in: text)
    var lists: [Enumeration] = []
    var place = 0
    while place < sentences.count {
      var run = isCovered(sentences[place].range.lowerBound) ? Run() : started(at: place, of: sentences)
      guard let first = run.units.last?.sentence else {
        place += 1
        continue
      }
      place = first + 1
      while place < sentences.count,
        isCovered(sentences[place].range.lowerBound) || extend(&run, by: place, of: sentences)
      { place += 1 }
      if let list = list(of: run, in: sentences) {
        lists.append(list)
      } else {
        // A word that opens its paragraph and nothing else hides no list in it.
        place = first + 1
      }
    }
    return lists
  }

  /// Takes a sentence into the run, as a unit or as words between units; false where it ends the run.
  private func extend(_ run: inout Run, by place: Int, of sentences: [Sentence]) -> Bool {
    guard let last = run.units.last else { return false }
    let (sentence, previous) = (sentences[place], sentences[last.sentence])
    let isNear = sentence.paragraph == previous.paragraph
    if words.turns(sentence.range, of: text) { return false }
    if let unit = unit(place, sentence), opener(at: unit.start) == run.opener {
      guard isNear || (unit.opensParagraph && sentence.paragraph - previous.paragraph == 1) else {
        return false
      }
      run.units.append(unit)
      run.gap = 0
      return true
    }
    run.gap += 1
    // Paragraphs that each open with the word may go on as they like; within one paragraph only 要 and 在……上
    // bear words between.
    if last.opensParagraph, isNear { return true }
    return isNear && run.gap <= (run.opener == [Self.must] || run.opener == Self.on[...] ? 2 : 0)
  }

  private func started(at place: Int, of sentences: [Sentence]) -> Run {
    guard let unit = unit(place, sentences[place]), let opener = opener(at: unit.start) else { return Run() }
    var run = Run(opener: opener, units: [unit])
    if let lead = leadUnit(opener, before: place, of: sentences) { run.units.insert(lead, at: 0) }
    return run
  }

  /// The first item inside the sentence that leads to the list: ……使命任务，进一步强化…… or 抓好七件事：要抓好…….
  private func leadUnit(_ opener: ArraySlice<UInt32>, before place: Int, of sentences: [Sentence]) -> Unit? {
    var lead = place - 1
    while lead >= 0, isCovered(sentences[lead].range.lowerBound) { lead -= 1 }
    guard lead >= 0, sentences[lead].paragraph == sentences[place].paragraph else { return nil }
    let range = sentences[lead].range
    for start in range.dropFirst() where self.opener(at: start) == opener {
      let before = text.scalars[start - 1]
      let isHead = before == Marks.colon || (before == Marks.comma && opener.first != Self.must)
      // 做好2019年民政工作，要打好……。要加快……。 says what for before the first, not who.
      if before == Marks.comma, opener == [Self.must], announcesTasks(range.lowerBound..<start),
        words.longest([.stance, .attitude], in: text, at: start + 1) == nil
      {
        return Unit(sentence: lead, start: start, opensParagraph: false)
      }
      // 2024年要聚焦……。聚焦……。 calls for the first as for the others.
      if isHead || before == Self.must && opener != [Self.must] {
        return Unit(sentence: lead, start: start, opensParagraph: false)
      }
    }
    return nil
  }

  /// 做好2019年民政工作，: a clause that ends with the work and opens with doing it.
  private func announcesTasks(_ lead: Range<Int>) -> Bool {
    let words = lead.dropLast()
    let start = text.scalars[words].lastIndex(where: Marks.endsClause).map { $0 + 1 } ?? words.lowerBound
    let clause = start..<words.upperBound
    return self.words.longest(.imperative, in: text, at: start) != nil
      && (cues.weigh(clause, of: text)[.tasks] ?? 0) > 0 && clause.count >= 6
      && Self.works.contains { text.has($0, at: clause.upperBound - $0.count) }
  }

  private static let works = ["工作", "任务"].map { $0.unicodeScalars.map(\.value) }

  /// The sentence as a unit: its opening word may stand behind 会议强调， or 同时，.
  private func unit(_ place: Int, _ sentence: Sentence) -> Unit? {
    var start = sentence.range.lowerBound
    if let end = words.speech(opening: sentence.range, of: text) { start = end }
    if let connective = words.longest(.connective, in: text, at: start) {
      start = connective.upperBound
      if start < sentence.range.upperBound, text.scalars[start] == Marks.comma { start += 1 }
    }
    return opener(at: start) == nil
      ? nil : Unit(sentence: place, start: start, opensParagraph: sentence.opensParagraph)
  }

  /// The opening word at `place`: 要求 is none, and 在 only with 上: 在救助上下功夫.
  private func opener(at place: Int) -> ArraySlice<UInt32>? {
    guard let range = words.longest(.opener, in: text, at: place) else { return nil }
    if words.longest(.barred, in: text, at: place) != nil { return nil }
    if text.scalars[place] == "在" {
      let clause =
        place..<text.first(in: place..<min(place + 40, text.scalars.count), where: Marks.endsClause)
      guard let above = text.find([Unicode.Scalar("上").value], in: clause), above < clause.upperBound - 2
      else {
        return nil
      }
    }
    return text.scalars[range]
  }

  private func list(of run: Run, in sentences: [Sentence]) -> Enumeration? {
    var run = run
    guard run.units.count >= 2 else { return nil }
    dropInner(&run)
    if let number = announcedNumber(run.units[0]), number == run.units.count - 1 { run.units.removeFirst() }
    let width = openingWidth(run)
    if let subject = subjectUnit(run, max(width, sharedWidth(run)), sentences),
      !announces(subject, width, of: run)
    {
      run.units.insert(subject, at: 0)
    }
    guard run.units.count >= 3 else { return nil }
    let marks = isMark(run)
    let items = run.units.indices.map { place in
      let unit = run.units[place]
      let end =
        place + 1 < run.units.count
        ? sentences[run.units[place + 1].sentence].range.lowerBound : lastEnd(run, sentences)
      let limit = run.units[(place + 1)...].first.map { $0.start } ?? end
      let label = unit.start..<unit.start + (marks ? width : 0)
      // Two items may share a sentence only where the lead holds the first.
      return Enumeration.Item(
        label: marks ? label : nil,
        text: text.trimmed(label.upperBound..<max(label.upperBound, min(end, limit))))
    }
    let first = run.units[0]
    let lead = Lead(text: text, paragraphs: paragraphs)
    return Enumeration(
      form: .opening, items: items,
      lead: lead.range(before: first.start, in: sentences[first.sentence].paragraph),
      floor: lead.floor(before: first.start))
  }

  /// Where three paragraphs open with the word, what opens with it inside one of them belongs to that item.
  private func dropInner(_ run: inout Run) {
    guard run.units.count(where: \.opensParagraph) >= 3 else { return }
    run.units = run.units.indices.filter { $0 == 0 || run.units[$0].opensParagraph }.map { run.units[$0] }
  }

  /// 着力, 必须 and 坚持 belong to the heads, as do prepositions and verbs with their objects; 进一步, 聚焦 and 要 mark
  /// them.
  private func isMark(_ run: Run) -> Bool {
    // 以普惠养老为方向，发展银发经济: what the task is done by is part of it; 在 is what such lists are known by.
    if let first = run.opener.first, Self.instruments.contains(first) { return false }
    guard run.opener.count > 1, let first = run.units.first else { return true }
    return words.longest(.compound, in: text, at: first.start)?.count == run.opener.count
  }

  /// How many scalars the units open with: 要 alone, or 要 with the verb that all of them have.
  private func openingWidth(_ run: Run) -> Int {
    guard run.opener.count == 1, run.opener.first == Self.must, let first = run.units.first,
      let verb = words.longest(.compound, in: text, at: first.start + 1)
    else { return run.opener.count }
    let word = Array(text.scalars[verb])
    return run.units.allSatisfy { text.has(word, at: $0.start + 1) } ? 1 + verb.count : run.opener.count
  }

  /// 要 with a preposition that all of them have, which stays in the heads: 要在保障民生上…；要在养老服务上….
  private func sharedWidth(_ run: Run) -> Int {
    guard run.opener.count == 1, run.opener.first == Self.must else { return 0 }
    return run.units.allSatisfy { text.has(Self.on, at: $0.start + 1) } ? 2 : 0
  }

  private static let instruments = ScalarSet("以把为")
  private static let on: [UInt32] = ["在"].map(\Unicode.Scalar.value)

  /// The number in 在“六个新”上下功夫 or 着力做好三方面工作: a clause that says how many items follow is none of them.
  private func announcedNumber(_ unit: Unit) -> Int? {
    let limit = min(unit.start + 24, text.scalars.count)
    for place in unit.start..<text.first(in: unit.start..<limit, where: Marks.endsClause) {
      if let (number, after) = ListNumeral.chinese(in: text.scalars, at: place), number >= 3,
        words.longest(.measure, in: text, at: after) != nil
      {
        return number
      }
    }
    return nil
  }

  /// 今年要聚焦六大行动。 says how many items follow and is none of them.
  private func announces(_ unit: Unit, _ width: Int, of run: Run) -> Bool {
    let start = unit.start + width
    guard let (number, end) = ListNumeral.chinese(in: text.scalars, at: start), number == run.units.count
    else {
      return false
    }
    return text.first(in: end..<min(end + 12, text.scalars.count), where: Marks.endsSentence) < end + 12
  }

  /// The lead sentence as the first item, where it holds the whole opening: 全省系统要聚焦……。要聚焦…….
  private func subjectUnit(_ run: Run, _ width: Int, _ sentences: [Sentence]) -> Unit? {
    let first = run.units[0]
    guard width > run.opener.count, first.sentence > 0,
      sentences[first.sentence - 1].paragraph == sentences[first.sentence].paragraph,
      let start = text.find(
        Array(text.scalars[first.start..<first.start + width]), in: sentences[first.sentence - 1].range)
    else { return nil }
    return Unit(sentence: first.sentence - 1, start: start, opensParagraph: false)
  }

  /// The last item ends with its sentence, with the numbered list it opens, or with its paragraph where
  /// the others do.
  private func lastEnd(_ run: Run, _ sentences: [Sentence]) -> Int {
    let last = run.units[run.units.count - 1]
    let sentence = sentences[last.sentence]
    if let inner = numberedList(openedIn: sentence.range) { return inner.end }
    guard last.opensParagraph, run.units[run.units.count - 2].opensParagraph else {
      return sentence.range.upperBound
    }
    var end = last.sentence
    while end + 1 < sentences.count, sentences[end + 1].paragraph == sentence.paragraph,
      !words.turns(sentences[end + 1].range, of: text)
    { end += 1 }
    return sentences[end].range.upperBound
  }

  /// The numbered list that begins in `sentence`, or nil.
  private func numberedList(openedIn sentence: Range<Int>) -> Enumeration? {
    let next = firstList(from: sentence.lowerBound)
    return next < numbered.count && numbered[next].start < sentence.upperBound ? numbered[next] : nil
  }

  /// True where a place lies inside a numbered list.
  private func isCovered(_ place: Int) -> Bool {
    let next = firstList(from: place + 1)
    return next > 0 && numbered[next - 1].end > place
  }

  /// The first numbered list that begins at `place` or later, by bisection.
  private func firstList(from place: Int) -> Int {
    var (low, high) = (0, numbered.count)
    while low < high {
      let middle = (low + high) / 2
      if numbered[middle].start < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
