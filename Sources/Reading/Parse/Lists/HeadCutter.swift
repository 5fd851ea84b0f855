// SPDX-License-Identifier: Apache-2.0

/// Cuts the head from an item: its title sentence, or else its first clause.
///
/// Example: 坚持党建引领、固本强基，夯实高质量发展政治保证。深化…… gives the whole first sentence, because others elaborate it;
/// 健全救助体系，推进……，在…… gives 健全救助体系.
struct HeadCutter {
  let text: CleanText
  let words: ListWords

  /// A title sentence is no longer than this, or it is a sentence like any other.
  private static let title = 60

  /// The head's range, at the start of `item`, without its mark.
  func head(of item: Range<Int>) -> Range<Int> {
    let stop = text.first(in: item) { Marks.endsSentence($0) || $0 == Marks.newline }
    let sentence = item.lowerBound..<stop
    if let title = setOff(sentence) { return title }
    if isTitle(sentence, of: item) { return text.trimmed(sentence) }
    var start = item.lowerBound
    var end = clause(from: start, in: sentence)
    // 为老服务提升行动：… is the name of what is told behind the colon.
    while end < sentence.upperBound, text.scalars[end] != Marks.colon, isAdverbial(start..<end) {
      start = end + 1
      end = clause(from: start, in: sentence)
    }
    return text.trimmed(item.lowerBound..<end)
  }

  /// 护苗行动——配齐儿童主任 and 兜底再加密 全面推行…: a title that a dash or a space parts from what is told of it.
  private func setOff(_ sentence: Range<Int>) -> Range<Int>? {
    let reach = sentence.prefix(ItemTitles.longest)
    let end = text.first(in: reach) { Marks.endsClause($0) }
    let mark = (reach.lowerBound..<end).first { ItemTitles.isSetOff($0, in: sentence, of: text) }
    return mark.map { sentence.lowerBound..<$0 }
  }

  private func clause(from start: Int, in sentence: Range<Int>) -> Int {
    text.first(in: min(start, sentence.upperBound)..<sentence.upperBound) {
      $0 == Marks.comma || $0 == Marks.colon
    }
  }

  /// A title is short, of two clauses or three brief ones, and other sentences follow it.
  private func isTitle(_ sentence: Range<Int>, of item: Range<Int>) -> Bool {
    let rest = text.trimmed(min(sentence.upperBound + 1, item.upperBound)..<item.upperBound)
    guard rest.count > 1, sentence.count <= Self.title, sentence.upperBound < item.upperBound,
      text.scalars[sentence.upperBound] != Marks.semicolon
    else { return false }
    let commas = text.scalars[sentence].count { $0 == Marks.comma }
    return commas <= 1 || (commas == 2 && sentence.count <= 40)
  }

  /// 围绕…… and 以……为主线 lead to a verb; 在……上 does, too, but 在……上下功夫 has its own.
  private func isAdverbial(_ clause: Range<Int>) -> Bool {
    guard let first = clause.first, let last = clause.last else { return false }
    switch text.scalars[first] {
    case "在": return ["上", "下", "中", "时", "内"].contains(Unicode.Scalar(text.scalars[last]))
    case "以": return text.find(["为"].map(\Unicode.Scalar.value), in: clause) != nil
    default: return words.longest(.adverbial, in: text, at: first) != nil
    }
  }
}
