// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// The report's own word on a task that is no longer among its priorities.
///
/// A reader must see the reason beside the silence: “基层治理不再列入省级民政任务，由社会工作部门统筹”. Only a sentence that both
/// says that something ended (不再, 划转, 移交, 取消) and shares a name of two characters or more with the task's
/// head counts, because a report ends many things that were never a task.
enum Statement {
  /// The sentence of the meeting that tells of the task's end, or nil.
  static func about(_ priority: Priority, in meeting: Meeting, words: ComparingWords) -> Excerpt? {
    let paragraphs = meeting.paragraphs.filter { words.endings.contains(where: $0.text.holds) }
    if paragraphs.isEmpty { return nil }
    let names = Self.names(priority.head, words.plain.union(words.acts).union(words.tails))
    var best: (excerpt: Excerpt, score: Int)?
    for paragraph in paragraphs {
      for sentence in Sentence.all(in: paragraph) {
        guard let ending = words.endings.firstIndex(where: sentence.text.holds) else { continue }
        let shared = names.count(where: sentence.text.holds)
        let score = shared * 10 - ending
        if shared >= 2 || (shared == 1 && names.count == 1), score > best?.score ?? 0 {
          best = (sentence, score)
        }
      }
    }
    return best?.excerpt
  }

  /// The two-character pieces of a head that may name it.
  private static func names(_ head: String, _ plain: Set<String>) -> [String] {
    let letters = Array(head.lettersOnly)
    guard letters.count >= 2 else { return [] }
    return (0..<(letters.count - 1)).map { String(letters[$0...($0 + 1)]) }.filter { !plain.contains($0) }
  }
}
