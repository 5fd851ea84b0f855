// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// The report's own words on tasks that are no longer among its priorities.
///
/// A reader must see the reason beside the silence: “基层治理不再列入省级民政任务，由社会工作部门统筹”. Only a sentence that both
/// says that something ended (不再, 划转, 移交, 取消) and shares a name of two characters or more with the task's
/// head counts, because a report ends many things that were never a task.
struct Statements {
  private let words: ComparingWords
  /// The sentences that say that something ended, with the place of the surest word that does.
  private let endings: [(sentence: Excerpt, place: Int)]

  /// The sentences are looked for once, whatever number of tasks they are asked about.
  init(in meeting: Meeting, words: ComparingWords) {
    self.words = words
    let paragraphs = meeting.paragraphs.filter { words.endings.contains(where: $0.text.holds) }
    endings = paragraphs.flatMap(Sentence.all).compactMap { sentence in
      words.endings.firstIndex(where: sentence.text.holds).map { (sentence, $0) }
    }
  }

  /// The sentence that tells of the task's end, or nil.
  func about(_ priority: Priority) -> Excerpt? {
    if endings.isEmpty { return nil }
    let names = names(priority.head)
    var best: (excerpt: Excerpt, score: Int)?
    for (sentence, place) in endings {
      let shared = names.count(where: sentence.text.holds)
      let score = shared * 10 - place
      if shared >= 2 || (shared == 1 && names.count == 1), score > best?.score ?? 0 {
        best = (sentence, score)
      }
    }
    return best?.excerpt
  }

  /// The two-character pieces of a head that may name it.
  private func names(_ head: String) -> [String] {
    let letters = Array(head.lettersOnly)
    guard letters.count >= 2 else { return [] }
    return (0..<(letters.count - 1)).map { String(letters[$0...($0 + 1)]) }.filter { !words.isIdle($0) }
  }
}
