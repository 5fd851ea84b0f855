// SPDX-License-Identifier: Apache-2.0

internal import Digest
internal import Minutes

/// The rank of one line of work over the years, a row a place.
struct TopicYears {
  let topic: TopicNames.Name
  let holdings: [Holding]
  /// Of each holding.
  private let standings: [HoldingStanding]

  init(_ topic: TopicNames.Name, _ holdings: [Holding], _ tools: ArchiveTools) throws {
    self.topic = topic
    self.holdings = holdings.filter { holding in
      holding.records.contains { TopicRank(topic.topic, in: $0.meeting) != nil }
    }
    standings = try self.holdings.map { try HoldingStanding($0, tools.validity) }
  }

  var listing: Listing {
    Listing(objects: zip(holdings, standings).map(value)) {
      [false, true].flatMap { invented in
        block(holdings.filter { $0.isInvented == invented }, width: Terminal.limit)
      } + standings.flatMap { $0.lines(withAmendments: false) }
    }
  }

  private func block(_ holdings: [Holding], width: Int?) -> [String] {
    let years = holdings.flatMap { $0.records.compactMap(\.meeting.planYear) }
    guard let first = years.min(), let last = years.max(), last - first < 300, let holding = holdings.first
    else {
      return []
    }
    let rows = holdings.map { holding -> (name: String, cells: [Int: String]) in
      let cells = holding.records.compactMap { record -> (Int, String)? in
        guard let year = record.meeting.planYear else { return nil }
        return (year, TopicRank(topic.topic, in: record.meeting)?.text ?? "·")
      }
      let meeting = holding.records.last?.meeting
      return ("\(meeting?.jurisdiction?.fullName ?? "辖区不明") \(meeting?.kind ?? "")", Dictionary(cells) { $1 })
    }
    let head = "\(topic.name)　在重点任务中的位次（5内：在第5项之内；·：未提；-：馆藏无会议）\(holding.isInvented ? "｜虚构，仅供演示" : "")"
    return [Terminal.strong(head)]
      + YearTable(years: Array(first...last), rows: rows).lines("辖区", width: width, held: [])
  }

  private func value(_ holding: Holding, _ standing: HoldingStanding) -> JSONValue {
    let ranks = holding.records.map { record in
      let rank = TopicRank(topic.topic, in: record.meeting)
      return JSONValue.object([
        "meeting": .string(record.meeting.id),
        "year": record.meeting.planYear.map(JSONValue.integer) ?? .null,
        "rank": rank.map { .integer($0.rank) } ?? .null, "own": .bool(rank?.isOwn ?? false),
        "validity": standing.validity(of: record.meeting.id),
      ])
    }
    let meeting = holding.records.first?.meeting
    return .object([
      "topic": .string(topic.topic), "name": .string(topic.name), "series": .string(meeting?.series ?? ""),
      "jurisdiction": .optional(meeting?.jurisdiction?.fullName), "invented": .bool(holding.isInvented),
      "ranks": .array(ranks), "amended": standing.values,
    ])
  }
}
