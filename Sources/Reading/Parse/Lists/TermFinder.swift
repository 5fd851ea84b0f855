// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// Finds the brands, programmes and new phrases of an item: quoted ones, titles in 《》, and proper names of
/// programmes.
///
/// Political formulae (两个维护), emphasis on one character (“闯”) and figures of speech are no terms; which
/// they are stands in config/lexicon/terms.tsv, with the brands that are printed without quotation marks.
struct TermFinder: Sendable {
  /// What a row of the table says of its word.
  private enum Kind: String, Sendable {
    /// A name that is a term wherever it stands: 长者食堂.
    case brand
    /// Quoted or not, no term: 两个确立.
    case formula
    /// The verb before a programme's name: 实施.
    case verb
    /// The last word of a programme's name: 计划.
    case suffix
    /// The last word of a place that a programme may be named after: 社区.
    case place
  }

  private let words: WordTrie
  private let kinds: [Kind?]

  /// A name longer than this is a sentence.
  private static let longest = 24

  init(_ vocabulary: Vocabulary) {
    words = vocabulary.words
    kinds = vocabulary[.terms].map { Kind(rawValue: $0[1] ?? "") }
  }

  /// The terms of `range` in order, each once, without quotation marks.
  func terms(in range: Range<Int>, of text: CleanText) -> [String] {
    var terms: [String] = []
    var place = range.lowerBound
    while place < range.upperBound {
      guard let (term, end) = term(at: place, in: range, of: text) else {
        place += 1
        continue
      }
      if let term {
        let words = text.string(term)
        if !terms.contains(words) { terms.append(words) }
      }
      place = end
    }
    return terms
  }

  private func term(at place: Int, in range: Range<Int>, of text: CleanText) -> (Range<Int>?, end: Int)? {
    switch text.scalars[place] {
    case Marks.openQuote: enclosed(from: place, by: Marks.closeQuote, in: range, of: text)
    case Marks.openTitle: enclosed(from: place, by: Marks.closeTitle, in: range, of: text)
    default: named(at: place, in: range, of: text)
    }
  }

  /// A brand, or a programme behind its verb: one look at the words that begin here serves both.
  private func named(at place: Int, in range: Range<Int>, of text: CleanText) -> (Range<Int>?, end: Int)? {
    var brand: Range<Int>?
    var verb: Range<Int>?
    words.forEachMatch(of: .terms, in: text.scalars, at: place) { range, row in
      if kinds[row] == .brand { brand = range }
      if kinds[row] == .verb { verb = range }
    }
    if let brand, brand.upperBound <= range.upperBound { return (brand, brand.upperBound) }
    return (verb?.upperBound ?? joined(at: place, in: range, of: text)).flatMap { start in
      programme(from: start, in: range, of: text)
    }
  }

  private func enclosed(
    from place: Int, by close: UInt32, in range: Range<Int>, of text: CleanText
  ) -> (Range<Int>?, end: Int)? {
    let limit = place + 1..<min(range.upperBound, place + 2 + Self.longest)
    let end = text.first(in: limit) { $0 == close }
    guard end < limit.upperBound else { return nil }
    let inside = place + 1..<end
    let isFormula = kind(of: .formula, in: text, at: inside.lowerBound)?.upperBound == end
    let isSentence = close == Marks.closeQuote && text.scalars[inside].contains { Marks.endsClause($0) }
    return (inside.count > 1 && !isFormula && !isSentence ? inside : nil, end + 1)
  }

  /// 实施 + proper name + 计划; the name must say more than 专项行动 does, and may be joined to the one before by
  /// 和.
  private func programme(from start: Int, in range: Range<Int>, of text: CleanText) -> (
    Range<Int>?, end: Int
  )? {
    guard start < range.upperBound else { return nil }
    let limit = start..<min(range.upperBound, start + Self.longest)
    for place in limit {
      if endsName(text.scalars[place]), !opensName(place, from: start, of: text) { return nil }
      if place > start, text.scalars[place] == Marks.openBracket {
        if let name = bracketed(from: start, at: place, in: limit, of: text) {
          return (name, name.upperBound)
        }
      }
      guard let suffix = kind(of: .suffix, in: text, at: place), suffix.upperBound <= range.upperBound else {
        continue
      }
      let name = start..<suffix.upperBound
      guard name.count - suffix.count >= 3, closes(suffix.upperBound, in: range, of: text) else { return nil }
      let isFormula = kind(of: .formula, in: text, at: start)?.upperBound == name.upperBound
      return isFormula ? nil : (name, name.upperBound)
    }
    return nil
  }

  /// 开展和谐社区（幸福村）以及…: a programme named after places that have two names, one in a bracket.
  ///
  /// Both names end in a word for a place, and the first says more than that word; 镇（街） and 村（居）委会 are
  /// two kinds of place and no name. A bracket inside a name (广州（中国）婚姻服务平台) ends nothing.
  private func bracketed(
    from start: Int, at bracket: Int, in limit: Range<Int>, of text: CleanText
  ) -> Range<Int>? {
    let close = text.first(in: bracket..<limit.upperBound) { $0 == Marks.closeBracket }
    guard close < limit.upperBound, close - bracket > 2, endsInPlace(start..<bracket, of: text),
      endsInPlace(bracket + 1..<close, of: text), closes(close + 1, in: limit, of: text)
    else { return nil }
    return start..<close + 1
  }

  /// Whether the last word of a name of more than that word is one for a place: 和谐社区, 幸福村.
  private func endsInPlace(_ name: Range<Int>, of text: CleanText) -> Bool {
    name.dropFirst(2).contains { kind(of: .place, in: text, at: $0)?.upperBound == name.upperBound }
  }

  /// Where a name may begin after 和 that follows another.
  private func joined(at place: Int, in range: Range<Int>, of text: CleanText) -> Int? {
    guard text.scalars[place] == "和" || text.scalars[place] == "与" else { return nil }
    let before = max(range.lowerBound, place - 4)..<place
    return before.contains { kind(of: .suffix, in: text, at: $0)?.upperBound == place } ? place + 1 : nil
  }

  private func endsName(_ scalar: UInt32) -> Bool {
    Marks.endsClause(scalar) || scalar == Marks.pause || scalar == Marks.openQuote
      || scalar == Marks.openTitle
      || scalar == "的" || scalar == "等" || scalar == "和" || scalar == "与"
  }

  /// The 和 of 开展和谐社区: straight behind a verb it joins nothing but a second verb (推动和深化…行动).
  private func opensName(_ place: Int, from start: Int, of text: CleanText) -> Bool {
    place == start && text.scalars[place] == "和" && kind(of: .verb, in: text, at: place + 1) == nil
  }

  /// True where a name may end: before a mark or 建设, not inside 行动方案.
  private func closes(_ place: Int, in range: Range<Int>, of text: CleanText) -> Bool {
    guard place < range.upperBound else { return true }
    let scalar = text.scalars[place]
    return endsName(scalar) || Self.tails.contains { text.has($0, at: place) }
  }

  private static let tails = ["建设", "创建", "成果", "试点", "以及"].map { $0.unicodeScalars.map(\.value) }

  private func kind(of kind: Kind, in text: CleanText, at place: Int) -> Range<Int>? {
    var best: Range<Int>?
    words.forEachMatch(of: .terms, in: text.scalars, at: place) { range, row in
      if kinds[row] == kind { best = range }
    }
    return best
  }
}
