// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Minutes

/// Finds places and the words about them in a stretch of text, from left to right, longest first.
///
/// Names hold one another and hide in words: 吉林市 is not 吉林 and 市, 跨境合作市场 has no 合作市, 和县民政局 begins with 和
/// where other counties are listed. So a name needs what its kind needs: a full name a right edge, a short
/// name of a county something that acts after it, a name of two characters a left edge besides.
struct PlaceScanner {
  let vocabulary: Vocabulary
  let year: Int?

  private var divisions: DivisionTable { vocabulary.divisions }

  init(vocabulary: Vocabulary, year: Int?) {
    self.vocabulary = vocabulary
    self.year = year
  }

  /// The tokens of one clause.
  func tokens(in text: [UInt32], _ clause: Range<Int>) -> [PlaceToken] {
    var tokens: [PlaceToken] = []
    var start = clause.lowerBound
    let units = Self.unitStarts
    while start < clause.upperBound {
      guard mayBegin(in: text, at: start, units),
        let token = token(in: text, at: start, clause, after: tokens.last),
        token.range.upperBound <= clause.upperBound
      else {
        start += 1
        continue
      }
      tokens.append(token)
      start = token.range.upperBound
    }
    return tokens
  }

  /// Whether a token may begin at a place: nearly every place is turned away at once.
  private func mayBegin(in text: [UInt32], at start: Int, _ units: ScalarSet) -> Bool {
    vocabulary.words.mayBegin(.places, in: text, at: start)
      || vocabulary.words.mayBegin(.kinds, in: text, at: start)
      || vocabulary.divisions.mayBegin(in: text, at: start) || units.contains(text[start])
  }

  private func token(in text: [UInt32], at start: Int, _ clause: Range<Int>, after last: PlaceToken?)
    -> PlaceToken?
  {
    let word = vocabulary.words.longest(of: .places, in: text, at: start)
    let wordEnd = word?.range.upperBound ?? start
    if let organ = organ(in: text, at: start, clause), organ.range.upperBound >= wordEnd { return organ }
    if let place = place(in: text, at: start, clause, after: last) {
      // 城区 is a common word, but 城区召开 opens a clause with a district; which one the report must tell.
      let opens =
        word.map { vocabulary.placeWords[$0.row].role == .none } == true && place.place?.acting == true
        && place.place?.named == true && isEdge(text, start, clause)
      if place.range.upperBound > wordEnd || opens && place.range.upperBound == wordEnd { return place }
    }
    if let word {
      let meaning = vocabulary.placeWords[word.row]
      return byname(meaning, word.range)
        ?? PlaceToken(range: word.range, kind: .word(meaning.role, meaning.unit))
    }
    guard let kind = vocabulary.words.longest(of: .kinds, in: text, at: start) else { return nil }
    return PlaceToken(range: kind.range, kind: .word(.meeting, nil))
  }
}

// MARK: Organs

extension PlaceScanner {
  /// 市民政局, 省政府, 自治区教育厅: an organ of a unit that the text does not name here.
  private func organ(in text: [UInt32], at start: Int, _ clause: Range<Int>) -> PlaceToken? {
    guard Self.unitStarts.contains(text[start]) else { return nil }
    for (unit, word) in DivisionUnit.spelled where text.has(word, at: start) {
      let end = start + word.count
      guard end < clause.upperBound, isEdge(text, start, clause) || unit == .region else { continue }
      if let organEnd = organEnd(in: text, at: end) {
        return PlaceToken(range: start..<organEnd, kind: .organ(unit))
      }
      // 省民政工作会议 is said like 全省民政工作会议.
      if vocabulary.words.longest(of: .sectors, in: text, at: end) != nil {
        return PlaceToken(range: start..<end, kind: .word(.scope, unit))
      }
    }
    return nil
  }

  /// Where an organ that begins here ends: 政府, 民政局, 人力资源社会保障局.
  private func organEnd(in text: [UInt32], at start: Int) -> Int? {
    if let word = vocabulary.words.longest(of: .places, in: text, at: start),
      vocabulary.placeWords[word.row].role == .organ
    {
      return word.range.upperBound
    }
    guard let field = vocabulary.words.longest(of: .sectors, in: text, at: start)?.range.upperBound,
      field < text.count,
      Self.organEnds.contains(text[field])
    else { return nil }
    return field + 1
  }

  private static let unitStarts = ScalarSet(DivisionUnit.spelled.compactMap(\.scalars.first))
  private static let organEnds = ScalarSet("局厅委办")

  /// Whether something that acts follows: 深圳民政, 上海市政府, 广州全市, 云岫教育.
  private func acts(in text: [UInt32], at end: Int) -> Bool {
    if organEnd(in: text, at: end) != nil { return true }
    // A field as a whole acts, a line of work is acted on: 深圳民政, but 富裕老年人 is no 富裕县.
    if let field = vocabulary.words.longest(of: .sectors, in: text, at: end),
      vocabulary[.sectors][field.row][2] == nil
    {
      return true
    }
    if let word = vocabulary.words.longest(of: .places, in: text, at: end) {
      let role = vocabulary.placeWords[word.row].role
      // 沂水融媒, 沂水发布: a medium is named for its place.
      return role == .scope || role == .hold || role == .credit
    }
    return DivisionUnit.spelled.contains { _, word in
      text.has(word, at: end) && organEnd(in: text, at: end + word.count) != nil
    }
  }
}

// MARK: Places

extension PlaceScanner {
  private func place(in text: [UInt32], at start: Int, _ clause: Range<Int>, after last: PlaceToken?)
    -> PlaceToken?
  {
    guard var (end, rows, named) = link(in: text, at: start, under: nil, clause) else { return nil }
    while let next = link(in: text, at: end, under: rows, clause) {
      (end, rows) = (next.end, next.rows)
      named = named || next.named
    }
    if isMedium(in: text, at: end) { rows = highest(rows) }
    let venue = last?.role == .at && last?.range.upperBound == start
    return PlaceToken(
      range: start..<end,
      kind: .place(.init(rows: rows, named: named, venue: venue, acting: acts(in: text, at: end))))
  }

  /// 衡阳日报 is the city's, not that of the county in it.
  private func isMedium(in text: [UInt32], at end: Int) -> Bool {
    let word = vocabulary.words.longest(of: .places, in: text, at: end)
    return word.map { vocabulary.placeWords[$0.row].role } == .credit
  }

  private func highest(_ rows: [Int]) -> [Int] {
    let depths = rows.map { divisions.chain(of: $0, in: year).count }
    return zip(rows, depths).filter { $0.1 == depths.min() }.map(\.0)
  }

  /// What stands for a division without naming it: 赣南日报, 雁城.
  private func byname(_ word: PlaceWord, _ range: Range<Int>) -> PlaceToken? {
    guard let row = word.code.flatMap({ divisions.row(of: $0, in: year) }) else { return nil }
    let place = PlaceToken.Place(rows: [row], named: false, venue: false, acting: false, isByname: true)
    return PlaceToken(range: range, kind: .place(place))
  }

  /// One name of a chain; under `above` only what lies in it.
  private func link(
    in text: [UInt32], at start: Int, under above: [Int]?, _ clause: Range<Int>
  ) -> (end: Int, rows: [Int], named: Bool)? {
    var matches: [DivisionTable.Match] = []
    divisions.forEachMatch(in: text, at: start) { match in
      if start + match.count <= clause.upperBound, divisions.rows[match.row].level != .national {
        matches.append(match)
      }
    }
    while let count = matches.lazy.map(\.count).max() {
      let kept = matches.filter { match in
        match.count == count && stands(text, start, clause, match, isLinked: above != nil)
          && (above.map { lies(match.row, in: $0) } ?? true)
          && divisions.rows[match.row].distance(from: year) <= Self.memory
      }
      let rows = kept.count == 1 ? [kept[0].row] : divisions.nearest(Array(Set(kept.map(\.row))), to: year)
      let named = kept.contains { $0.form != .short && rows.contains($0.row) }
      if !rows.isEmpty { return (start + count, rows, named) }
      matches.removeAll { $0.count == count }
    }
    return nil
  }

  /// For how many years a name that has ended is still taken for the division that had it.
  private static let memory = 10

  private func lies(_ row: Int, in above: [Int]) -> Bool {
    let codes = divisions.chain(of: row, in: year).dropFirst().map { divisions.rows[$0].code }
    return above.contains { codes.contains(divisions.rows[$0].code) }
  }

  /// Whether a match is a name where it stands.
  private func stands(
    _ text: [UInt32], _ start: Int, _ clause: Range<Int>, _ match: DivisionTable.Match, isLinked: Bool
  ) -> Bool {
    let end = start + match.count
    if match.form != .short, end < clause.upperBound, isJoined(in: text, at: end - 1),
      !isFollowed(in: text, at: end, by: match.row)
    {
      return false
    }
    if isLinked { return true }
    let loose = match.form == .short && divisions.rows[match.row].level == .county
    // 大美沂水, 平安沂水: the name of an account.
    if end == clause.upperBound, isAdorned(text, start, clause) { return true }
    if !loose, match.form == .short || match.count > 2 { return true }
    return loose && acts(in: text, at: end)
      || isEdge(text, start, clause) && (!loose || end == clause.upperBound)
  }

  /// Whether a word may begin here: after a mark, a date, a time of day.
  private func isEdge(_ text: [UInt32], _ start: Int, _ clause: Range<Int>) -> Bool {
    start == clause.lowerBound || !Self.isHan(text[start - 1]) || Self.edges.contains(text[start - 1])
  }

  private func isAdorned(_ text: [UInt32], _ start: Int, _ clause: Range<Int>) -> Bool {
    guard start - 2 == clause.lowerBound else { return false }
    return vocabulary.words.longest(of: .places, in: text, at: start - 2).map {
      $0.range.upperBound == start && vocabulary.placeWords[$0.row].role == .adorn
    } ?? false
  }

  /// 合作市场, 西安区域: the unit belongs to the next word.
  private func isJoined(in text: [UInt32], at unit: Int) -> Bool {
    vocabulary.words.longest(of: .places, in: text, at: unit).map { vocabulary.placeWords[$0.row].role }
      == .join
  }

  /// 保定市容城县 is no 市容: a division of this one follows.
  private func isFollowed(in text: [UInt32], at end: Int, by row: Int) -> Bool {
    var found = false
    divisions.forEachMatch(in: text, at: end) { found = found || lies($0.row, in: [row]) }
    return found
  }

  /// What may stand before a name of two characters: dates, times of day, listing.
  private static let edges = ScalarSet("日午年前天讯期月、")

  private static func isHan(_ scalar: UInt32) -> Bool {
    (0x3400...0x9FFF).contains(scalar) || scalar >= 0x20000
  }
}
