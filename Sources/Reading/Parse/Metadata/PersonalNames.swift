// SPDX-License-Identifier: Apache-2.0

internal import Lexicon

/// Reads personal names: two to four Han characters between an office and what follows, or with a dot,
/// 艾尔肯·吐尼亚孜.
///
/// Where a name ends is told by what stands behind it: a mark, a part in the meeting, or a word of relation
/// such as 在 and 对. A short word of relation may also be the name's last character (李景和出席): then the longer
/// reading wins.
struct PersonalNames {
  let vocabulary: Vocabulary
  let scalars: [UInt32]

  private var surnames: ScalarSet { vocabulary.surnames }

  /// The names that follow an office: 成员黎荣、李雅平、李勇 are three.
  func names(after place: Int, within sentence: Range<Int>) -> [Range<Int>] {
    var start = place
    while start < sentence.upperBound, scalars[start] == 0x20 { start += 1 }
    guard let first = name(at: start, within: sentence, listed: false) else { return [] }
    var names = [first]
    while let last = names.last, last.upperBound < sentence.upperBound,
      Self.joins.contains(scalars[last.upperBound]),
      let next = name(at: last.upperBound + 1, within: sentence, listed: true)
    {
      names.append(next)
    }
    return names
  }

  /// The name between an organ and an office, 市政府谭萍副市长, or before one in brackets, 徐晓光（省政府副秘书长）.
  func name(before office: OfficeScanner.Office, within sentence: Range<Int>) -> Range<Int>? {
    if office.range.lowerBound > sentence.lowerBound, scalars[office.range.lowerBound - 1] == 0xFF08 {
      return bracketed(office.range.lowerBound - 1, within: sentence)
    }
    let end = office.word.lowerBound
    guard isBoundary(office.word.upperBound, within: sentence) || startsPart(office.word.upperBound) else {
      return nil
    }
    for length in [2, 3] {
      let start = end - length
      guard start > office.range.lowerBound, surnames.contains(scalars[start]),
        Self.organs.contains(scalars[start - 1]),
        !scalars[start..<end].contains(where: Self.neverInNames.contains)
      else { continue }
      return start..<end
    }
    return nil
  }

  /// The name that ends at an opening bracket and begins after a mark.
  private func bracketed(_ end: Int, within sentence: Range<Int>) -> Range<Int>? {
    for length in 2...3 {
      let start = end - length
      guard start >= sentence.lowerBound, surnames.contains(scalars[start]) else { continue }
      if start == sentence.lowerBound || !scalars[start - 1].isHan { return start..<end }
    }
    return nil
  }

  private func name(at start: Int, within sentence: Range<Int>, listed: Bool) -> Range<Int>? {
    if let dotted = dotted(at: start, within: sentence) { return dotted }
    guard start < sentence.upperBound, scalars[start].isHan, !startsOffice(start),
      !Self.longRelations.contains(where: { scalars.has($0, at: start) })
    else { return nil }
    let known = surnames.contains(scalars[start])
    guard known || !listed && !Self.verbs.contains(scalars[start]),
      !Self.groups.contains(where: { scalars.has($0, at: start) })
    else { return nil }
    var weak: Range<Int>?
    // 布仁巴雅尔: names of other languages are longer; only what they did tells where they end.
    for length in (known ? 2 : 3)...6 where start + length <= sentence.upperBound {
      if let weak, weak.count < length - 1 { break }
      guard scalars[start..<start + length].allSatisfy({ $0.isHan && !Self.neverInNames.contains($0) }) else {
        break
      }
      let end = start + length
      if startsPart(end) || known && length <= 4 && isBoundary(end, within: sentence) { return start..<end }
      if known, length <= 4, weak == nil, relates(end) { weak = start..<end }
    }
    return weak
  }

  private func dotted(at start: Int, within sentence: Range<Int>) -> Range<Int>? {
    var end = start
    var dots = 0
    while end < sentence.upperBound, end - start < 16, !startsPart(end) {
      if scalars[end] == 0xB7 || scalars[end] == 0x2022 || scalars[end] == 0x30FB {
        dots += 1
      } else if !scalars[end].isHan {
        break
      }
      end += 1
    }
    return dots > 0 ? start..<end : nil
  }

  private func startsOffice(_ place: Int) -> Bool {
    vocabulary.words.longest(of: .roles, in: scalars, at: place) != nil
  }

  private func startsPart(_ place: Int) -> Bool {
    vocabulary.words.longest(of: .parts, in: scalars, at: place) != nil
  }

  /// A mark or the end.
  private func isBoundary(_ place: Int, within sentence: Range<Int>) -> Bool {
    place >= sentence.upperBound || !scalars[place].isHan && !scalars[place].isLetter
  }

  private func relates(_ place: Int) -> Bool {
    place < scalars.count
      && (Self.relations.contains(scalars[place])
        || Self.longRelations.contains { scalars.has($0, at: place) })
  }

  private static let joins = ScalarSet("、和及与")
  /// Characters of offices, organs and dates, which a name does not hold.
  private static let neverInNames = ScalarSet("的了年们级县局厅委部室场会议党组等")
  /// 干部职工, 各县区, 其他同志 follow an office and name nobody.
  private static let groups = ["职工", "各", "全体", "其他", "和其他", "有关", "相关", "以及", "以上"].map([UInt32].init)
  /// 负责人作交流发言: what follows an office without a name before it.
  private static let verbs = ScalarSet("作做及并就向对在以为")
  private static let organs = ScalarSet("府委局厅会部院办")
  private static let relations = ScalarSet("和及与的对在就为从到作做等受因向率围还也代会")
  private static let longRelations = [
    "同志", "代表", "分别", "主持", "一行", "先后", "首先", "陪同", "作为", "带领", "率队", "专门", "亲自", "特地", "专程",
  ].map([UInt32].init)
}
