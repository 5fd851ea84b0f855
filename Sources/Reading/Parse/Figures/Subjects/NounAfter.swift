// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Reads the noun after a quantity: 80家社工服务机构, 近6000名社工联动志愿者.
struct NounAfter {
  let words: FigureWords
  let text: [UInt32]

  private static let longest = 30
  private static let task = [UInt32]("任务")

  /// The noun in `window`, which begins at the quantity's end; empty where a verb or nothing follows.
  func noun(in window: Range<Int>, of mention: Mention) -> Range<Int> {
    var start = window.lowerBound
    let none = start..<start
    switch mention.quantity.dimension {
    case .count, .people, .personTimes, .other, .area: break
    default: return none
    }
    if start < window.upperBound, text[start] == 0xFF08 || text[start] == 0x28 { return none }
    if start < window.upperBound, text[start] == 0x7684 { start += 1 }
    let end = min(window.upperBound, start + Self.longest)
    let tokens = PhraseToken.tokens(of: start..<max(start, end), in: text, words)
    if let first = tokens.first, first.range.lowerBound == start, !mayOpen(first) { return none }
    let stop = tokens.first {
      ($0.role == .stop || $0.role == .glue || $0.isTime || joins($0, end)) && $0.range.lowerBound > start
    }
    var last = stop?.range.lowerBound ?? end
    while last > start, [0x7B49, 0x7684, 0x201D, 0x548C, 0x4E0E].contains(text[last - 1]),
      !closesQuote(last - 1, start)
    {
      last -= 1
    }
    // 3500户适老化改造任务全面完成: neither how nor that it was a task names what is counted.
    for word in tokens.reversed() where word.role == .adverb && word.range.upperBound == last {
      if word.range.lowerBound > start + 1 { last = word.range.lowerBound }
    }
    if last - start > 4, text.has(Self.task, at: last - 2) { last -= 2 }
    return last - start < 2 ? none : start..<last
  }

  /// The object of a verb after an amount: 投入近90亿元实施民生微实事.
  func object(in window: Range<Int>) -> Range<Int> {
    let tokens = PhraseToken.tokens(of: window, in: text, words)
    guard let verb = tokens.first, verb.verb != nil || verb.role == .stop,
      verb.range.lowerBound == window.lowerBound
    else { return window.lowerBound..<window.lowerBound }
    return verb.range.upperBound..<min(window.upperBound, verb.range.upperBound + Self.longest)
  }

  /// 国考断面水质优良率达98.6%: a verb that joins the next number ends the noun.
  private func joins(_ token: PhraseToken, _ end: Int) -> Bool {
    token.range.upperBound == end && (token.verb?.keep == .link || token.verb?.keep == .lead)
      && token.range.count > 0
  }

  private func mayOpen(_ token: PhraseToken) -> Bool {
    token.role == .noun || token.role == .keep || token.role == .measure || token.role == .base
  }

  private func closesQuote(_ place: Int, _ start: Int) -> Bool {
    text[place] == 0x201D && text[start..<place].contains(0x201C)
  }
}
