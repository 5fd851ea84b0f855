// SPDX-License-Identifier: Apache-2.0

/// Makes lists of clauses of one sentence that open with the same word: 要进一步完善……，强化……，进一步健全……，进一步规范…….
///
/// Commas part what is said of one thing as well as things, so that it takes more than in `OpeningLists`: a
/// word of
/// two characters or more, three times, and 要 or somebody speaking before the first. 2023年，完善了制度，完善了服务 tells
/// what was done and makes none.
struct RepeatedClauses {
  let text: CleanText
  let paragraphs: [Range<Int>]
  let words: ListWords

  private static let least = 3

  /// The lists in order, at most one a sentence.
  func lists() -> [Enumeration] {
    paragraphs.flatMap { paragraph in
      var lists: [Enumeration] = []
      var start = paragraph.lowerBound
      while start < paragraph.upperBound {
        let end = stop(start, paragraph)
        if let list = list(in: start..<end, of: paragraph) { lists.append(list) }
        start = end
      }
      return lists
    }
  }

  /// The end of a sentence over its semicolons.
  private func stop(_ start: Int, _ paragraph: Range<Int>) -> Int {
    let end = text.first(in: start..<paragraph.upperBound, where: Marks.isFullStop)
    return min(end + 1, paragraph.upperBound)
  }

  private func list(in sentence: Range<Int>, of paragraph: Range<Int>) -> Enumeration? {
    var places: [ArraySlice<UInt32>: [Int]] = [:]
    for place in sentence.dropFirst() where opensMember(place) {
      if let word = opener(at: place) { places[word, default: []].append(place) }
    }
    let calling = places.filter { $0.value.count >= Self.least && calls(before: $0.value[0], $0.key) }
    // The word that opens most members; of several the one that comes first.
    guard
      let (word, starts) = calling.max(by: { ($0.value.count, -$0.value[0]) < ($1.value.count, -$1.value[0]) }
      )
    else { return nil }
    let ends = starts.dropFirst() + [sentence.upperBound]
    return Enumeration(
      form: .opening,
      items: zip(starts, ends).map { start, end in
        let label = isMark(word, at: start) ? start..<start + word.count : nil
        return .init(label: label, text: text.member((label?.upperBound ?? start)..<end))
      }, lead: paragraph.lowerBound..<starts[0], floor: paragraph.lowerBound..<starts[0])
  }

  /// After a mark; the first member also right after 要 or 将.
  private func opensMember(_ place: Int) -> Bool {
    let before = text.scalars[place - 1]
    return Marks.partsMembers(before) || isMood(before) && !Marks.partsMembers(text.scalars[place])
  }

  /// A word of two characters and more, 要 with its verb (要突出), or 在 with its 上: 在深化改革上下功夫.
  private func opener(at place: Int) -> ArraySlice<UInt32>? {
    guard let word = words.longest(.opener, in: text, at: place),
      words.longest(.barred, in: text, at: place) == nil
    else { return nil }
    if word.count > 1 { return text.scalars[word] }
    if text.scalars[place] == "要" {
      return words.longest(.compound, in: text, at: place + 1).map { text.scalars[place..<$0.upperBound] }
    }
    let clause =
      place..<text.first(in: place..<min(place + 40, text.scalars.count), where: Marks.partsMembers)
    return text.scalars[place] == "在" && text.find(["上" as Unicode.Scalar].map(\.value), in: clause) != nil
      ? text.scalars[word] : nil
  }

  /// A verb with its object belongs to the head: 打造“颐养西湖”标杆; 进一步, 聚焦 and 要突出 mark it.
  private func isMark(_ word: ArraySlice<UInt32>, at start: Int) -> Bool {
    word.first == Unicode.Scalar("要").value || word.count == 1
      || words.longest(.compound, in: text, at: start)?.count == word.count
  }

  /// 要 or 将 before the first member, or in its word; or somebody who asks for it.
  private func calls(before place: Int, _ word: ArraySlice<UInt32>) -> Bool {
    let before = text.scalars[place - 1]
    if isMood(before) || word.first == Unicode.Scalar("要").value { return true }
    guard Marks.endsClause(before) else { return false }
    return words.ends(.speech, in: text, max(0, place - 12)..<place - 1)
  }

  private func isMood(_ scalar: UInt32) -> Bool { scalar == "要" || scalar == "将" }
}
