// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest
internal import Minutes

/// The divisions of a level whose meeting of a sector and year has not arrived.
struct YearGaps {
  let year: Int
  let level: Division.Level
  let sector: String
  /// In order of code.
  let held: [Division]
  let missing: [Division]
  /// The plan years of the other meetings that are kept of a missing division, by code.
  let others: [String: [Int]]

  init(
    _ year: Int, _ level: Division.Level, _ sector: String, _ kept: [HeldYears], _ divisions: [Division]
  ) {
    (self.year, self.level, self.sector) = (year, level, sector)
    let here = Set(kept.filter { $0.years.contains(year) }.map(\.division))
    held = divisions.filter { here.contains($0.code) }
    missing = divisions.filter { !here.contains($0.code) }
    others = Dictionary(grouping: kept, by: \.division).mapValues { Set($0.flatMap(\.years)).sorted() }
  }

  static func listing(_ all: [YearGaps]) -> Listing {
    let gaps = all.filter { !$0.missing.isEmpty }
    return Listing(objects: gaps.flatMap(\.objects)) {
      Array(gaps.map { $0.lines(width: Terminal.width) }.joined(separator: [""]))
    }
  }

  private func lines(width: Int) -> [String] {
    let head =
      "\(year)年\(sector)　\(level.label)\(held.count + missing.count)个：已收录\(held.count)，缺\(missing.count)"
    let known = missing.filter { others[$0.code] != nil }.map { division in
      "\(division.fullName)（有\((others[division.code] ?? []).map(String.init).joined(separator: "、"))）"
    }
    let never = missing.filter { others[$0.code] == nil }
    return [Terminal.strong(head)] + row("已收录", held.map(\.short), width) + row("往年有", known, width)
      + Self.byParent(never).flatMap { row($0.parent, $0.names, width) }
  }

  /// A label and what stands under it, or nothing.
  private func row(_ label: String, _ names: [String], _ width: Int) -> [String] {
    guard !names.isEmpty else { return [] }
    let margin = max(DisplayWidth.of(label), 8) + 4
    return Wrap.hanging("  " + label, names.joined(separator: "、"), margin: margin, width: width)
  }

  /// Divisions under the province they belong to: 广东 with its cities.
  private static func byParent(_ divisions: [Division]) -> [(parent: String, names: [String])] {
    let groups = Dictionary(grouping: divisions) { $0.level == .province ? "" : String($0.code.prefix(2)) }
    return groups.sorted { $0.key < $1.key }.map { head, divisions in
      let full = divisions[0].fullName
      let parent = head.isEmpty ? "从未收录" : String(full.dropLast(divisions[0].name.count))
      return (parent.isEmpty ? "从未收录" : parent, divisions.map(\.short))
    }
  }

  private var objects: [JSONValue] {
    missing.map { division in
      .object([
        "year": .integer(year), "sector": .string(sector), "division": .string(division.code),
        "jurisdiction": .string(division.fullName), "level": .string(level.rawValue),
        "other_years": .array((others[division.code] ?? []).map(JSONValue.integer)),
      ])
    }
  }
}
