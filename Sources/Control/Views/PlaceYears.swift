// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Digest
internal import Minutes
internal import Pages

/// One series of a place over the years: the ranks of its lines of work, and its figures.
struct PlaceYears {
  let holding: Holding
  let topics: [TopicNames.Name]
  let figures: [FigureSeries]
  let standing: HoldingStanding

  init(_ holding: Holding, _ tools: ArchiveTools) throws {
    self.holding = holding
    standing = try HoldingStanding(holding, tools.validity)
    let named = holding.records.flatMap { $0.meeting.priorities.compactMap(\.topics.first) }
    topics = tools.topics.names(of: Set(named))
    figures = FigureSeries.all(in: holding.records.map(\.meeting), words: tools.words)
  }

  static func listing(_ holdings: [Holding], _ tools: ArchiveTools) throws -> Listing {
    let all = try holdings.map { try PlaceYears($0, tools) }
    return Listing(objects: all.map(\.value)) {
      Array(all.map { $0.lines(width: Terminal.limit) }.joined(separator: [""]))
    }
  }

  /// From the first plan year to the last, gaps included.
  var years: ClosedRange<Int>? {
    let years = holding.records.compactMap(\.meeting.planYear)
    guard let first = years.min(), let last = years.max(), last - first < 300 else { return nil }
    return first...last
  }

  private func lines(width: Int?) -> [String] {
    let held = Set(holding.records.compactMap(\.meeting.planYear))
    let figures = figureTable.lines("数字（报告期两年以上）", width: width, held: reported)
    return [Terminal.strong(Sanitised.text(head))] + rankTable.lines("重点位次", width: width, held: held)
      + (figures.isEmpty ? [] : [""] + figures) + standing.lines()
  }

  /// 浙江省　民政工作会议　2021—2024：馆藏4次，无缺.
  var head: String {
    guard let meeting = holding.records.last?.meeting else { return "" }
    let held = Set(holding.records.compactMap(\.meeting.planYear))
    let gaps = years.map { $0.filter { !held.contains($0) } } ?? []
    let span =
      years.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)—\($0.upperBound)" } ?? "年份不明"
    let reach = gaps.isEmpty ? "无缺" : "缺" + gaps.map(String.init).joined(separator: "、")
    let place = meeting.jurisdiction?.fullName ?? "辖区不明"
    return "\(place)　\(meeting.kind)　\(span)：馆藏\(holding.records.count)次，\(reach)\(holding.note)"
  }

  /// The rank of each line of work, year by year.
  var rankTable: YearTable {
    YearTable(years: years.map(Array.init) ?? [], rows: [("项数", counts)] + topics.map(row))
  }

  private var counts: [Int: String] {
    Dictionary(
      holding.records.compactMap { record in
        record.meeting.planYear.map { ($0, String(record.meeting.priorities.count)) }
      }
    ) { $1 }
  }

  private func row(_ topic: TopicNames.Name) -> (name: String, cells: [Int: String]) {
    let cells = holding.records.compactMap { record -> (Int, String)? in
      guard let year = record.meeting.planYear else { return nil }
      return TopicRank(topic.topic, in: record.meeting).map { (year, $0.text) }
    }
    return (topic.name, Dictionary(cells) { $1 })
  }

  /// The years that a kept report looks back on: the one before that which its meeting plans.
  var reported: Set<Int> { Set(holding.records.compactMap(\.meeting.planYear).map { $0 - 1 }) }

  /// What two reports or more tell, growth apart.
  var toldOften: [FigureSeries] { figures.filter { $0.lastResults.count > 1 && $0.measure != "growth" } }

  /// A column for each year that a figure is told of, none for those between.
  var figureTable: YearTable {
    let rows = toldOften.map { series in
      let scale = series.results.map(\.figure.quantity).scale
      let cells = Dictionary(grouping: series.results, by: \.year).mapValues { told in
        told.map { $0.figure.quantity.number(in: scale) }.joined(separator: "、")
      }
      return (name: series.title, cells: cells)
    }
    return YearTable(years: Set(toldOften.flatMap { $0.results.map(\.year) }).sorted(), rows: rows)
  }

  var value: JSONValue {
    let meetings = holding.records.map { record in
      JSONValue.object([
        "id": .string(record.meeting.id), "date": .optional(record.meeting.date?.description),
        "year": record.meeting.planYear.map(JSONValue.integer) ?? .null,
        "priorities": .integer(record.meeting.priorities.count),
        "validity": standing.validity(of: record.meeting.id),
        "ranks": .object(
          .init(
            Set(topics.map(\.topic)).compactMap { topic in
              TopicRank(topic, in: record.meeting).map { (topic, .integer($0.rank)) }
            })),
      ])
    }
    let first = holding.records.first
    return .object([
      "series": .string(first?.meeting.series ?? ""),
      "jurisdiction": .optional(first?.meeting.jurisdiction?.fullName), "meetings": .array(meetings),
      "figures": .array(figures.map(FigureYears.value)), "invented": .bool(holding.isInvented),
      "amended": standing.values,
    ])
  }
}
