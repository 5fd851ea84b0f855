// SPDX-License-Identifier: Apache-2.0

/// A number in the way that a list shows it: 三, ③, iii, 叁.
enum ListNumber: Sendable, Equatable {
  case arabic, padded, fullWidth
  case upperLetter, lowerLetter, upperRoman, lowerRoman
  /// 一 … 十 … 二十一; as digits it is 二一; the capitals of cheques are 贰拾壹.
  case chinese, chineseDigits, chineseLegal
  case stems, branches
  case circled, bracketed, dotted
  /// A bullet, or nothing.
  case mark

  /// Where a way has no sign for a number, it is shown in Arabic figures.
  func text(of number: Int) -> String {
    switch self {
    case .arabic: String(number)
    case .padded: number < 10 ? "0\(number)" : String(number)
    case .fullWidth: Self.fullWidth(number)
    case .upperLetter: Self.letters(number, from: "A") ?? String(number)
    case .lowerLetter: Self.letters(number, from: "a") ?? String(number)
    case .upperRoman: Self.roman(number)?.uppercased() ?? String(number)
    case .lowerRoman: Self.roman(number) ?? String(number)
    case .chinese: Self.chinese(number, digits: "零一二三四五六七八九", units: ["", "十", "百", "千"])
    case .chineseLegal: Self.chinese(number, digits: "零壹贰叁肆伍陆柒捌玖", units: ["", "拾", "佰", "仟"])
    case .chineseDigits:
      String(String(number).compactMap { $0.wholeNumberValue }.map { Array("〇一二三四五六七八九")[$0] })
    case .stems: Self.sign(number, of: "甲乙丙丁戊己庚辛壬癸") ?? String(number)
    case .branches: Self.sign(number, of: "子丑寅卯辰巳午未申酉戌亥") ?? String(number)
    case .circled: Self.sign(number, from: 0x2460) ?? String(number)
    case .bracketed: Self.sign(number, from: 0x2474) ?? "(\(number))"
    case .dotted: Self.sign(number, from: 0x2488) ?? "\(number)."
    case .mark: ""
    }
  }

  private static func fullWidth(_ number: Int) -> String {
    String(
      String.UnicodeScalarView(String(number).unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) })
    )
  }

  private static func sign(_ number: Int, of signs: String) -> String? {
    let signs = Array(signs)
    return (1...signs.count).contains(number) ? String(signs[number - 1]) : nil
  }

  /// Unicode has these signs for 1 to 20.
  private static func sign(_ number: Int, from first: UInt32) -> String? {
    guard (1...20).contains(number), let scalar = Unicode.Scalar(first + UInt32(number) - 1) else {
      return nil
    }
    return String(Character(scalar))
  }

  /// a … z, then aa, bb.
  private static func letters(_ number: Int, from first: Unicode.Scalar) -> String? {
    guard (1...260).contains(number) else { return nil }
    guard let letter = Unicode.Scalar(first.value + UInt32((number - 1) % 26)) else { return nil }
    return String(repeating: Character(letter), count: (number - 1) / 26 + 1)
  }

  private static func roman(_ number: Int) -> String? {
    guard (1..<4_000).contains(number) else { return nil }
    let values = [
      (1_000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
      (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var (rest, text) = (number, "")
    for (value, sign) in values {
      text += String(repeating: sign, count: rest / value)
      rest %= value
    }
    return text
  }

  /// Up to 9,999; 12 is 十二 and not 一十二, but 拾贰 is 壹拾贰.
  private static func chinese(_ number: Int, digits: String, units: [String]) -> String {
    guard (1..<10_000).contains(number) else { return String(number) }
    let digits = Array(digits)
    let figures = String(number).compactMap(\.wholeNumberValue)
    var (text, isGap) = ("", false)
    for (index, figure) in figures.enumerated() {
      guard figure > 0 else {
        isGap = true
        continue
      }
      if isGap { text.append(digits[0]) }
      isGap = false
      let unit = units[figures.count - 1 - index]
      if !(number < 20 && figures.count == 2 && index == 0 && unit == "十") { text.append(digits[figure]) }
      text += unit
    }
    return text
  }
}
