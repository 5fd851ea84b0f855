// SPDX-License-Identifier: Apache-2.0

internal import Lexicon

/// Finds the signs that may open an item, by one look at each place where a clause begins.
///
/// What it finds are candidates: 一是 counts only if 二是 follows, which `NumberedLists` decides.
struct MarkerScanner {
  let text: CleanText
  let words: ListWords

  /// The markers of an article in order.
  func markers(in paragraphs: [Range<Int>]) -> [Marker] {
    var markers: [Marker] = []
    for (number, paragraph) in paragraphs.enumerated() {
      var place = text.first(in: paragraph) { !Marks.isSpace($0) }
      let start = place
      while place < paragraph.upperBound {
        guard
          var marker = opensClause(place, paragraph)
            ? marker(at: place, in: paragraph) : inner(place, paragraph)
        else {
          place += 1
          continue
        }
        marker.paragraph = number
        marker.opensParagraph = place == start
        markers.append(marker)
        place = max(marker.content, place + 1)
      }
    }
    return markers
  }

  private func opensClause(_ place: Int, _ paragraph: Range<Int>) -> Bool {
    guard place > paragraph.lowerBound else { return true }
    let before = text.scalars[place - 1]
    return Marks.endsClause(before) || Marks.isSpace(before) || before == Marks.closeQuote
      || before == Marks.closeBracket
  }

  /// 全市民政系统一要……；二要……, 各部门要第一，……；第二，……: the first of a count, straight behind its subject or 要. 统一要求,
  /// 唯一是 and 十一要 hold none.
  private func inner(_ place: Int, _ paragraph: Range<Int>) -> Marker? {
    let before = text.scalars[place - 1]
    // 一要推进全民参保、二要完善待遇: 、 parts brief items, too; 一、二是 has no item between.
    if before == Marks.pause, ListNumeral.chinese(in: text.scalars, at: place - 2) == nil {
      return chinese(place, paragraph).flatMap { $0.style == .clause && $0.number > 1 ? $0 : nil }
    }
    var marker: Marker?
    switch text.scalars[place] {
    case "一"
    where !Self.beforeOne.contains(before) || before == "统" && text.scalars[max(0, place - 2)] == "系":
      let isWord = words.longest(.barred, in: text, at: place + 1) != nil
      marker = isWord ? nil : chinese(place, paragraph)
    case "第" where before == "要": marker = ordinal(place, paragraph)
    default: return nil
    }
    marker?.opensClause = false
    return marker?.number == 1 && [.clause, .ordinal].contains(marker?.style) ? marker : nil
  }

  private static let beforeOne = ScalarSet("统唯之第万同专逐单每十百千同某任哪数不如")

  /// 一、 and 1. count only where a sentence begins: 一、二、三产业 and 3.5 are none.
  private func opensSentence(_ place: Int, _ paragraph: Range<Int>) -> Bool {
    guard place > paragraph.lowerBound else { return true }
    let before = text.scalars[place - 1]
    return Marks.endsSentence(before) || before == Marks.colon || Marks.isSpace(before)
  }

  private func marker(at place: Int, in paragraph: Range<Int>) -> Marker? {
    switch text.scalars[place] {
    case Marks.openBracket: bracket(place, paragraph)
    case "第": ordinal(place, paragraph)
    case "首", "再", "最": orderWord(place, paragraph)
    case "其": each(place, paragraph) ?? orderWord(place, paragraph)
    case 0x30...0x39: arabic(place, paragraph)
    case 0x2460...0x2473, 0x2776...0x277F: circled(place, paragraph)
    case 0x2014, "※", "•", "·": bullet(place, paragraph)
    case let scalar where Marks.isSign(scalar): bullet(place, paragraph)
    default: chinese(place, paragraph)
    }
  }

  /// 一是, 一要, 二是要; and 一、 where a sentence begins.
  private func chinese(_ place: Int, _ paragraph: Range<Int>) -> Marker? {
    guard let (number, end) = ListNumeral.chinese(in: text.scalars, at: place), end < paragraph.upperBound
    else {
      return nil
    }
    switch text.scalars[end] {
    case "是":
      let and = end + 1 < paragraph.upperBound && text.scalars[end + 1] == "要" ? 2 : 1
      return made(.clause, number, place..<end + and, paragraph)
    case "要": return made(.clause, number, place..<end + 1, paragraph)
    case Marks.pause, 0xFF0E, 0x2E:
      let isSeries = ListNumeral.chinese(in: text.scalars, at: end + 1).map { _, after in
        after < paragraph.upperBound && text.scalars[after] == Marks.pause
      }
      guard opensSentence(place, paragraph), isSeries != true else { return nil }
      return made(.heading, number, place..<end + 1, paragraph)
    default: return verb(place, number, end, paragraph)
    }
  }

  /// 一抓质量提升，二抓队伍建设: the verb belongs to the head. 一季度 and 一等 have no verb.
  private func verb(_ place: Int, _ number: Int, _ end: Int, _ paragraph: Range<Int>) -> Marker? {
    guard words.longest(.counted, in: text, at: end) != nil else { return nil }
    return Marker(style: .verb(text.scalars[end]), number: number, label: place..<end, content: end)
  }

  /// 第一， and 第一是: a mark or 是 must follow, for 第一时间 is no marker.
  private func ordinal(_ place: Int, _ paragraph: Range<Int>) -> Marker? {
    guard let (number, end) = ListNumeral.chinese(in: text.scalars, at: place + 1) else { return nil }
    return followed(.ordinal, number, place..<end, paragraph)
  }

  private func each(_ place: Int, _ paragraph: Range<Int>) -> Marker? {
    guard let (number, end) = ListNumeral.chinese(in: text.scalars, at: place + 1) else { return nil }
    return followed(.each, number, place..<end, paragraph)
  }

  private func orderWord(_ place: Int, _ paragraph: Range<Int>) -> Marker? {
    for (word, number) in Self.orderWords where text.has(word, at: place) {
      return followed(.ordinal, number, place..<place + word.count, paragraph)
    }
    return nil
  }

  private static let orderWords: [([UInt32], Int)] = [
    ("首先", 1), ("其次", 2), ("再次", 3), ("最后", Marker.last),
  ].map { word, number in (word.unicodeScalars.map(\.value), number) }

  private func followed(
    _ style: Marker.Style, _ number: Int, _ label: Range<Int>, _ paragraph: Range<Int>
  ) -> Marker? {
    guard label.upperBound < paragraph.upperBound else { return nil }
    switch text.scalars[label.upperBound] {
    case Marks.comma, Marks.pause, Marks.colon, 0x20, 0x3000: return made(style, number, label, paragraph)
    case "是", "要": return made(style, number, label.lowerBound..<label.upperBound + 1, paragraph)
    default: return nil
    }
  }

  private func bracket(_ place: Int, _ paragraph: Range<Int>) -> Marker? {
    let chinese = ListNumeral.chinese(in: text.scalars, at: place + 1)
    guard let (number, end) = chinese ?? ListNumeral.arabic(in: text.scalars, at: place + 1, digits: 6),
      end < paragraph.upperBound, text.scalars[end] == Marks.closeBracket
    else { return nil }
    return made(chinese == nil ? .arabicBracket : .bracket, number, place..<end + 1, paragraph)
  }

  private func arabic(_ place: Int, _ paragraph: Range<Int>) -> Marker? {
    guard opensSentence(place, paragraph),
      let (number, end) = ListNumeral.arabic(in: text.scalars, at: place, digits: 6),
      end < paragraph.upperBound
    else { return nil }
    switch text.scalars[end] {
    case Marks.closeBracket: return made(.arabicBracket, number, place..<end + 1, paragraph)
    case 0x2E, 0xFF0E, Marks.pause:
      guard ListNumeral.arabic(in: text.scalars, at: end + 1) == nil else { return nil }
      return made(.arabic, number, place..<end + 1, paragraph)
    default: return nil
    }
  }

  private func circled(_ place: Int, _ paragraph: Range<Int>) -> Marker? {
    let scalar = text.scalars[place]
    let number = Int(scalar - (scalar < 0x2776 ? 0x2460 : 0x2776)) + 1
    return made(.circled, number, place..<place + 1, paragraph)
  }

  /// A dash counts where it is doubled, as printed before an item.
  private func bullet(_ place: Int, _ paragraph: Range<Int>) -> Marker? {
    guard opensSentence(place, paragraph) else { return nil }
    let end = text.first(in: place..<paragraph.upperBound) { $0 != text.scalars[place] && $0 != 0xFE0F }
    if text.scalars[place] == 0x2014, end - place < 2 { return nil }
    return made(.bullet, 0, place..<end, paragraph)
  }

  private func made(
    _ style: Marker.Style, _ number: Int, _ label: Range<Int>, _ paragraph: Range<Int>
  ) -> Marker? {
    let content = text.first(in: label.upperBound..<paragraph.upperBound) {
      !Marks.isSpace($0) && $0 != Marks.comma && $0 != Marks.colon && $0 != Marks.pause
    }
    return content < paragraph.upperBound
      ? Marker(style: style, number: number, label: label, content: content) : nil
  }
}
