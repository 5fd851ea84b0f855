// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// Names the lines of work that words speak of (config/lexicon/topics.tsv).
///
/// A longer word hides the shorter ones inside it: 社会组织党建 is about social organisations, not about the
/// Party. A weight of 0 marks a word that names a topic only in a head: 队伍建设 inside a line of work stays
/// there. The sector `*` stands for every sector that has words of its own; several are parted by commas,
/// and then there is one topic for all of them or one for each: 人才队伍 is teachers to one and staff to another.
/// A word may name two lines at once, joined by +: 一老一小 is the old and the young.
struct TopicFinder: Sendable {
  private struct Entry: Sendable {
    /// The sectors that the word is read in; empty for every sector.
    var sectors: [Substring]
    /// One for all sectors, or one for each in their order.
    var topics: [Substring]
    var weight: Double

    /// What the word is about in a sector; empty where it is not read there.
    func topics(in sector: String) -> [String] {
      guard let place = sectors.isEmpty ? 0 : sectors.firstIndex(where: { $0 == sector }) else { return [] }
      return (topics.count > place ? topics[place] : topics.first)?.split(separator: "+").map(String.init)
        ?? []
    }
  }

  private struct Hit {
    var topic: String
    /// What the word names besides.
    var others: ArraySlice<String>
    var weight: Double
    var range: Range<Int>
  }

  private let words: WordTrie
  private let entries: [Entry]
  private let sectors: Set<Substring>

  init(_ vocabulary: Vocabulary) {
    words = vocabulary.words
    entries = vocabulary[.topics].map { row in
      let sectors = row[1] ?? "*"
      return Entry(
        sectors: sectors == "*" ? [] : sectors.split(separator: ","),
        topics: (row[2] ?? "").split(separator: ","),
        weight: Double(row[3] ?? "") ?? 1)
    }
    sectors = Set(entries.flatMap(\.sectors))
  }

  /// True where a word of any sector's table stands in `range`: what names work, whoever's it is.
  func names(in range: Range<Int>, of text: CleanText) -> Bool {
    range.contains { place in
      words.longest(of: .topics, in: text.scalars, at: place).map { $0.range.upperBound <= range.upperBound }
        ?? false
    }
  }

  /// The topics of an item, the primary one first; none in a sector without a table.
  func topics(of body: Range<Int>, head: Range<Int>, in text: CleanText, _ frame: MeetingFrame) -> [String] {
    guard let sector = frame.sector, sectors.contains(sector[...]) else { return [] }
    let named = hits(in: head, of: text, sector)
    let own = topic(ofKind: frame.kind, sector)
    // Under a meeting on one line of work, 人才培养 is staff of that line.
    let inHead = own != nil && !named.contains { $0.weight > 0 } ? nil : main(named)
    guard let primary = inHead ?? own ?? main(hits(in: body, of: text, sector)) else { return ["other"] }
    let naming = inHead == nil ? firstNaming(in: body, of: text, sector) : named
    let beside = topicsBeside(primary, naming, in: text)
    return [primary] + beside + secondary(in: body, of: text, sector, primary).filter { !beside.contains($0) }
  }

  /// The line of work that a few words name, or nil: 养老床位 is elderly-care.
  func topic(of range: Range<Int>, in text: CleanText, sector: String?) -> String? {
    sector.flatMap { main(hits(in: range, of: text, $0)) }
  }

  /// The line of work that a meeting's kind names: 养老服务工作推进会 is about elderly-care.
  ///
  /// The sector's own name in it names none: 人力资源和社会保障工作会议 is not about 社会保障 alone.
  private func topic(ofKind kind: String, _ sector: String) -> String? {
    var scalars = ScalarText()
    let named = kind.hasPrefix(sector) ? kind.dropFirst(sector.count) : kind[...]
    for scalar in named.unicodeScalars { scalars.append(scalar.value, from: 0) }
    let text = CleanText(scalars)
    return main(hits(in: 0..<text.scalars.count, of: text, sector))
  }

  private func hits(in range: Range<Int>, of text: CleanText, _ sector: String) -> [Hit] {
    var hits: [Hit] = []
    var place = range.lowerBound
    while place < range.upperBound {
      guard let hit = hit(at: place, in: text, sector), hit.range.upperBound <= range.upperBound else {
        place += 1
        continue
      }
      hits.append(hit)
      place = hit.range.upperBound
    }
    return hits
  }

  private func hit(at place: Int, in text: CleanText, _ sector: String) -> Hit? {
    var best: Hit?
    words.forEachMatch(of: .topics, in: text.scalars, at: place) { range, row in
      let topics = entries[row].topics(in: sector)
      if let topic = topics.first {
        best = Hit(topic: topic, others: topics.dropFirst(), weight: entries[row].weight, range: range)
      }
    }
    return best
  }

  /// The words of the first clause that names any line of work: after a motto (守正创新，) the clause behind it.
  private func firstNaming(in body: Range<Int>, of text: CleanText, _ sector: String) -> [Hit] {
    var start = body.lowerBound
    while start < body.upperBound {
      let end = text.first(in: start..<body.upperBound, where: Marks.endsClause)
      let hits = hits(in: start..<end, of: text, sector)
      if !hits.isEmpty { return hits }
      start = end + 1
    }
    return []
  }

  /// The lines of work that words name on a par with the primary one: 弱有众扶和幼有善育, 一老一小.
  ///
  /// On a par is what 和, 与, 及 or 、 joins to a word of the primary line or to another on a par with it, with no more
  /// between them than a bare noun: 社会组织管理和慈善事业.
  private func topicsBeside(_ primary: String, _ hits: [Hit], in text: CleanText) -> [String] {
    var topics: [String] = []
    var before: Hit?
    for hit in hits {
      if hit.topic == primary { topics += hit.others }
      if hit.weight >= 2, let before, before.topic == primary || topics.contains(before.topic),
        Self.isJoined(before.range.upperBound..<hit.range.lowerBound, in: text)
      {
        topics.append(hit.topic)
      }
      before = hit
    }
    return topics.indices.filter { topics[$0] != primary && topics.firstIndex(of: topics[$0]) == $0 }.map {
      topics[$0]
    }
  }

  private static func isJoined(_ gap: Range<Int>, in text: CleanText) -> Bool {
    let joints = gap.filter { place in
      let scalar = text.scalars[place]
      return scalar == "和" || scalar == "与" || scalar == "及" || scalar == "、"
    }
    return gap.count <= 3 && joints.count == 1
  }

  /// The topic with the most weight; the first named wins a tie.
  private func main(_ hits: [Hit]) -> String? {
    var sums: [(topic: String, weight: Double)] = []
    for hit in hits {
      // A word for heads counts a little, so that it wins where nothing else is named.
      let weight = max(hit.weight, 0.1)
      if let place = sums.firstIndex(where: { $0.topic == hit.topic }) {
        sums[place].weight += weight
      } else {
        sums.append((hit.topic, weight))
      }
    }
    guard var best = sums.first else { return nil }
    for sum in sums where sum.weight > best.weight { best = sum }
    return best.topic
  }

  /// Topics of clauses that speak of nothing else, in order of appearance.
  private func secondary(in body: Range<Int>, of text: CleanText, _ sector: String, _ primary: String)
    -> [String]
  {
    var topics: [String] = []
    var start = body.lowerBound
    while start < body.upperBound {
      let end = text.first(in: start..<body.upperBound, where: Marks.endsClause)
      let hits = hits(in: start..<end, of: text, sector)
      if let last = hits.last, last.weight >= 1, last.topic != primary,
        !hits.contains(where: { $0.topic == primary }),
        !topics.contains(last.topic)
      {
        topics.append(last.topic)
      }
      start = end + 1
    }
    return topics
  }
}
