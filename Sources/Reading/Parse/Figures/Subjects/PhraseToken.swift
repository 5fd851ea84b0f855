// SPDX-License-Identifier: Apache-2.0

/// A word that matters for finding what a number counts: a verb, a word of time, or one that is cut around a
/// name.
struct PhraseToken {
  var range: Range<Int>
  var verb: FigureWords.Verb?
  var role: FigureWords.Role?
  var isTime = false

  /// The tokens of a stretch, longest first; quotes and brackets are names and hold none.
  static func tokens(of window: Range<Int>, in text: [UInt32], _ words: FigureWords) -> [PhraseToken] {
    var tokens: [PhraseToken] = []
    var place = window.lowerBound
    while place < window.upperBound {
      guard mayBegin(at: place, in: text, words) else {
        place += 1
        continue
      }
      if let era = era(at: place, in: text, end: window.upperBound, words) {
        tokens.append(PhraseToken(range: era, isTime: true))
        place = era.upperBound
      } else if let close = Clauses.close(of: place, in: text, end: window.upperBound) {
        place = close + 1
      } else if NumeralScalar.opens(text[place]), let name = words.reason(in: text, at: place),
        name.value == .name
      {
        // 九年义务教育巩固率: the number belongs to the name.
        place = name.range.upperBound
      } else if let token = token(at: place, in: text, end: window.upperBound, words) {
        tokens.append(token)
        place = token.range.upperBound
      } else {
        place += 1
      }
    }
    return tokens
  }

  /// Whether a token, a quote or a number may begin here: nearly every place is turned away at once.
  private static func mayBegin(at place: Int, in text: [UInt32], _ words: FigureWords) -> Bool {
    Clauses.opensQuote(text[place]) || NumeralScalar.opens(text[place])
      || words.mayBeginToken(in: text, at: place)
  }

  private static func token(
    at place: Int, in text: [UInt32], end: Int, _ words: FigureWords
  ) -> PhraseToken? {
    if NumeralScalar.opens(text[place]), let date = date(at: place, in: text, end: end) {
      return PhraseToken(range: date, isTime: true)
    }
    let verb = words.verb(in: text, at: place).flatMap { $0.range.upperBound <= end ? $0 : nil }
    let role = words.role(in: text, at: place).flatMap { $0.range.upperBound <= end ? $0 : nil }
    let time = words.time(in: text, at: place).flatMap { $0.range.upperBound <= end ? $0 : nil }
    let longest = max(verb?.range.upperBound ?? 0, role?.range.upperBound ?? 0, time?.range.upperBound ?? 0)
    guard longest > 0 else { return nil }
    return PhraseToken(
      range: place..<longest, verb: verb?.range.upperBound == longest ? verb?.value : nil,
      role: role?.range.upperBound == longest ? role?.value : nil, isTime: time?.range.upperBound == longest)
  }

  /// “十三五”期间, 十四五末, “十四五”以来: a plan with the word that makes it a time.
  private static func era(at place: Int, in text: [UInt32], end: Int, _ words: FigureWords) -> Range<Int>? {
    let isQuoted = text[place] == 0x201C
    guard let found = words.time(in: text, at: isQuoted ? place + 1 : place), case .fiveYears = found.value
    else { return nil }
    var next = found.range.upperBound
    if isQuoted, next < end, text[next] == 0x201D { next += 1 }
    for suffix in suffixes where text.has(suffix, at: next) && next + suffix.count <= end {
      return place..<next + suffix.count
    }
    return nil
  }

  private static let suffixes = ["期间", "时期", "以来", "期末", "末", "五年"].map { [UInt32]($0) }

  /// 2022年, 6月底前, 3月14日, 2021至2023年, 1—9月.
  private static func date(at place: Int, in text: [UInt32], end: Int) -> Range<Int>? {
    let written = WrittenYears(text: text, end: end)
    if let years = written.years(at: place), years.first < years.last { return place..<years.end }
    if let months = written.months(at: place), months.first < months.last { return place..<months.end }
    var next = place
    while next < end, NumeralScalar.arabic(text[next]) != nil || NumeralScalar.chinese(text[next]) != nil {
      next += 1
    }
    guard next > place, next < end, [0x5E74, 0x6708, 0x65E5].contains(text[next]) else { return nil }
    next += 1
    while next < end, [0x5E95, 0x672B, 0x524D, 0x5185, 0x5EA6, 0x65F6, 0x95F4].contains(text[next]) {
      next += 1
    }
    return place..<next
  }
}
