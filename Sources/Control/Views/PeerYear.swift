// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Digest
internal import Minutes
internal import Pages

/// One year of a table of peers: a place a line, with a bar from zero.
struct PeerYear {
  let table: PeerTable
  let year: Int
  let rows: [PeerTable.Row]

  /// Shares and ratios may be told against each other, totals of places of different size may not.
  var isRanked: Bool {
    table.measure == "share" || table.measure == "growth" || table.unit.contains("/")
  }

  /// A number in the scale that all of the table share.
  func number(_ point: FigureSeries.Point) -> String { point.figure.quantity.number(in: scale) }

  private var scale: Int {
    rows.flatMap { [$0.result, $0.target].compactMap(\.self) }.map(\.figure.quantity).scale
  }

  func lines(width: Int) -> [String] {
    let unit = table.unit.isEmpty ? "" : "（\(table.unit)）"
    let note = isRanked ? "" : "｜总量，各地规模不同，不排名次"
    let head =
      "\(table.indicator)\(unit)　\(year)年　\(table.level.label)\(rows.count)家\(note)\(table.holding.note)"
    let most = rows.compactMap(\.result.figure.quantity.drawn).max() ?? 0
    let body = rows.enumerated().map { place, row -> [String] in
      let point = row.result
      return [
        isRanked ? String(place + 1) : "", TopicMatrix.name(row.record), number(point),
        row.target.map { "目标\(number($0))" } ?? "",
        "\(point.meeting.split(separator: "/").last ?? "") \(point.figure.excerpt.mark)",
        Self.bar(point.figure.quantity.drawn ?? 0, of: most, width: max(8, width - 58)),
      ]
    }
    let text = Columns.text(body, right: [0, 2], indent: 0)
    return [Terminal.strong(Sanitised.text(head))] + text.split(separator: "\n").map(String.init)
  }

  /// A bar from zero, in eighths of a character.
  private static func bar(_ value: Double, of most: Double, width: Int) -> String {
    guard most > 0, value > 0 else { return "" }
    let eighths = Int((value / most * Double(width * 8)).rounded())
    let rest = eighths % 8 == 0 ? "" : String(Unicode.Scalar(0x2590 - UInt32(eighths % 8)) ?? " ")
    return String(repeating: "█", count: eighths / 8) + rest
  }

  var objects: [JSONValue] {
    rows.enumerated().map { place, row in
      .object([
        "indicator": .string(table.indicator), "unit": .string(table.unit), "measure": .string(table.measure),
        "year": .integer(year), "level": .string(table.level.rawValue),
        "rank": isRanked ? .integer(place + 1) : .null,
        "jurisdiction": .optional(row.record.meeting.jurisdiction?.fullName),
        "division": .optional(row.record.meeting.jurisdiction?.code), "meeting": .string(row.result.meeting),
        "result": MeetingJSON.figure(row.result.figure),
        "target": row.target.map { MeetingJSON.figure($0.figure) } ?? .null,
        "provenance": .string(row.record.provenance.rawValue),
      ])
    }
  }
}
