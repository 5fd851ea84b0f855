// SPDX-License-Identifier: Apache-2.0
internal import Foundation
package import Minutes

/// Meetings as hand-made gold gives them, so that comparing is tested apart from reading.
///
/// The reports are clean text, so a quotation's place is found by searching it; a quotation that occurs twice
/// gets the next place in turn.
package enum GoldMeetings {
  /// The document of a corpus report with its name, such as `2024-03-08-hanhai-minzheng`.
  package static func record(_ name: String, provenance: Provenance = .invented) throws -> Record {
    Record(
      meeting: try meeting(name),
      documents: [Document(name: "\(name).txt", sha256: fakeHash(name), provenance: provenance)])
  }

  /// The n-th meeting of a corpus report, counted from 1.
  package static func meeting(_ name: String, number: Int = 1) throws -> Meeting {
    let corpus = Repository.fixtures.appending(path: "corpus")
    let text = try String(contentsOf: corpus.appending(path: "reports/\(name).txt"), encoding: .utf8)
    let gold = try JSONDecoder().decode(
      Gold.self, from: Data(contentsOf: corpus.appending(path: "gold/\(name).json")))
    return GoldText(text).meeting(gold.meetings[number - 1], all: number == 1 && gold.meetings.count == 1)
  }

  /// 64 hex digits that depend on the name alone.
  private static func fakeHash(_ name: String) -> String {
    let sum = name.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    let digits = String(sum, radix: 16)
    return String(repeating: String(repeating: "0", count: 16 - digits.count) + digits, count: 4)
  }
}

/// The gold file's shape, as far as comparing needs it.
struct Gold: Decodable {
  struct Item: Decodable {
    var rank: Int
    var marker: String?
    var head: String
    var body: String
    var topics: [String?]?
    var terms: [String]?
  }

  struct Number: Decodable {
    var quote, indicator, unit, dimension, qualifier, aspect: String
    var value, low, high: Decimal?
    var period, compare_to, topic: String?
  }

  struct Person: Decodable {
    var name, role, part: String
  }

  struct Session: Decodable {
    var title, jurisdiction, code, level, sector, date: String?
    var kind: String
    var review_period, plan_period: [String]?
    var officials: [Person]
    var priorities: [Item]
    var figures: [Number]
  }

  var meetings: [Session]
}

/// Finds the gold's quotations in the report.
struct GoldText {
  private let paragraphs: [Excerpt]
  private let text: [Unicode.Scalar]

  init(_ text: String) {
    self.text = Array(text.unicodeScalars)
    var paragraphs: [Excerpt] = []
    var start = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let length = line.unicodeScalars.count
      if !line.isEmpty {
        paragraphs.append(
          Excerpt(
            text: String(line), span: Span(start: start, end: start + length), paragraph: paragraphs.count + 1
          ))
      }
      start += length + 1
    }
    self.paragraphs = paragraphs
  }

  private func find(_ quote: String, from start: Int = 0) -> Excerpt {
    let wanted = Array(quote.unicodeScalars)
    var place = start
    while place + wanted.count <= text.count {
      if text[place] == wanted[0], text[place..<(place + wanted.count)].elementsEqual(wanted) {
        let paragraph = paragraphs.last { $0.span.start <= place }?.paragraph ?? 1
        return Excerpt(text: quote, span: Span(start: place, end: place + wanted.count), paragraph: paragraph)
      }
      place += 1
    }
    return start > 0 ? find(quote) : Excerpt(text: quote, span: Span(start: 0, end: 0), paragraph: 1)
  }

  func meeting(_ gold: Gold.Session, all: Bool) -> Meeting {
    var next: [String: Int] = [:]
    return Meeting(
      title: gold.title, jurisdiction: division(gold), sector: gold.sector, kind: gold.kind,
      category: category(gold.kind),
      date: gold.date.flatMap(MeetingDate.init(iso:)),
      reviewPeriods: (gold.review_period ?? []).map(Period.init),
      planPeriods: (gold.plan_period ?? []).map(Period.init),
      officials: gold.officials.map { Official(name: $0.name, role: $0.role, part: $0.part) },
      priorities: gold.priorities.map { item in
        Priority(
          rank: item.rank, marker: item.marker, head: item.head, excerpt: find(item.body),
          topics: (item.topics ?? []).compactMap(\.self), terms: item.terms ?? [])
      },
      figures: gold.figures.map { number in
        let excerpt = find(number.quote, from: next[number.quote] ?? 0)
        next[number.quote] = excerpt.span.end
        return figure(number, excerpt)
      },
      paragraphs: paragraphs)
  }

  private func figure(_ number: Gold.Number, _ excerpt: Excerpt) -> Figure {
    Figure(
      excerpt: excerpt, indicator: number.indicator,
      quantity: Quantity(
        value: number.value, low: number.low, high: number.high, unit: number.unit,
        dimension: Quantity.Dimension(rawValue: number.dimension) ?? .other,
        qualifier: Quantity.Qualifier(rawValue: number.qualifier) ?? .exact,
        multiplier: excerpt.text.contains("亿") ? 8 : excerpt.text.contains("万") ? 4 : 0),
      aspect: Figure.Aspect(rawValue: number.aspect) ?? .level, period: number.period.map(Period.init),
      comparedTo: number.compare_to.map(Period.init), topic: number.topic)
  }

  private func division(_ gold: Gold.Session) -> Division? {
    guard let code = gold.code, let name = gold.jurisdiction else { return nil }
    let level = gold.level.flatMap(Division.Level.init) ?? .province
    let parent =
      level == .prefecture ? code.prefix(2) + "0000" : level == .county ? code.prefix(4) + "00" : "000000"
    let own = name.split(separator: "省").last.map(String.init) ?? name
    let short = ["省", "市", "自治区", "壮族"].reduce(level == .province ? name : own) {
      $0.hasSuffix($1) ? String($0.dropLast($1.count)) : $0
    }
    return Division(
      code: code, name: level == .province ? name : own, short: short, level: level, parent: String(parent),
      fullName: name)
  }

  private func category(_ kind: String) -> String {
    kind.contains("宣传") ? "宣传工作会议" : "工作会议"
  }
}
