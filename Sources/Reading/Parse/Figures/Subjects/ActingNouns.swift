// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// What stands behind a number and takes part in a deed: who receives, who is made to act, what a share is
/// of.
///
/// 为1.9万名困难群众发放救助金 counts 困难群众; 引导1900多家社会组织参与乡村振兴 counts those that take part.
extension SubjectFinder {
  /// 84%的县级医院达到…: what a share is a share of, behind 的 and up to its verb.
  func shared(_ mention: Mention, _ after: Range<Int>) -> Range<Int>? {
    guard mention.isProportion, after.count > 3, text[after.lowerBound] == 0x7684 else { return nil }
    let noun = after.dropFirst().prefix(20)
    let verb = PhraseToken.tokens(of: noun, in: text, words).first { $0.verb != nil || $0.role == .stop }
    return verb.flatMap {
      $0.range.lowerBound > noun.lowerBound ? noun.lowerBound..<$0.range.lowerBound : nil
    }
  }

  /// 为1.9万名困难群众发放救助金, 对10个先进集体和26名先进个人进行表彰: behind 为 or 向 and before a verb or the next
  /// number stands who receives, whoever acts before.
  func receiver(_ mention: Mention, _ after: Range<Int>, _ beyond: Int) -> Range<Int>? {
    guard mention.range.lowerBound > 0, Self.giving.contains(text[mention.range.lowerBound - 1]),
      let noun = acting(mention, after, beyond)
    else { return nil }
    let isJoined = noun.upperBound + 1 == after.upperBound && Self.joining.contains(text[noun.upperBound])
    return noun.upperBound < max(after.upperBound, beyond) || isJoined ? noun : nil
  }

  /// The noun behind a number up to the verb that it takes part in.
  private func acting(_ mention: Mention, _ after: Range<Int>, _ beyond: Int) -> Range<Int>? {
    let noun = NounAfter(words: words, text: text)
      .noun(in: after.lowerBound..<max(after.upperBound, beyond), of: mention)
    let verb = PhraseToken.tokens(of: noun, in: text, words).first { $0.verb != nil }
    let end = verb?.range.lowerBound ?? noun.upperBound
    return end >= noun.lowerBound + 2 ? noun.lowerBound..<end : nil
  }

  /// 引导1900多家社会组织参与乡村振兴: behind a verb that makes others act, what they do tells which ones are counted.
  func pivoted(_ mention: Mention, _ after: Range<Int>, _ beyond: Int) -> (name: String, end: Int)? {
    let place = mention.range.lowerBound
    guard place > 0,
      [0x5C06, 0x628A].contains(text[place - 1])
        || place > 1 && words.isRole(.pivot, in: text, place - 2..<place),
      let noun = acting(mention, after, beyond)
    else { return nil }
    let name = String(scalars: text[noun])
    let deed = noun.upperBound..<max(after.upperBound, beyond)
    guard (2...14).contains(deed.count), !deed.contains(where: { NumeralScalar.opens(text[$0]) }),
      !Clauses.isMark(text[deed.lowerBound])
    else { return deed.count > 14 || deed.isEmpty || deed.count == 1 ? (name, noun.upperBound) : nil }
    return (String(scalars: text[deed]) + "的" + name, deed.upperBound)
  }

  /// What is done for a receiver, where the clause says no more than that: 购买居家服务.
  func act(from start: Int, to end: Int) -> String? {
    let deed = start..<max(start, end)
    return (4...12).contains(deed.count) && !deed.contains { Clauses.isMark(text[$0]) }
      ? String(scalars: text[deed]) : nil
  }

  /// 为 向 给 对
  private static let giving: Set<UInt32> = [0x4E3A, 0x5411, 0x7ED9, 0x5BF9]
  /// 和 及 与 、
  private static let joining: Set<UInt32> = [0x548C, 0x53CA, 0x4E0E, 0x3001]
}
