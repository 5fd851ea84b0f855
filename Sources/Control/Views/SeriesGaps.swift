// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest
internal import Minutes

/// The years that are missing between the first and the last kept meeting of a series.
struct SeriesGaps {
  let kept: HeldYears
  let missing: [Int]

  /// Nil where none is missing.
  init?(_ kept: HeldYears) {
    guard let first = kept.years.first, let last = kept.years.last, last - first < 300 else { return nil }
    self.kept = kept
    let held = Set(kept.years)
    missing = (first...last).filter { !held.contains($0) }
    if missing.isEmpty { return nil }
  }

  static func listing(_ series: [HeldYears]) -> Listing {
    let gaps = series.compactMap { SeriesGaps($0) }
    return Listing(objects: gaps.map(\.value)) {
      let rows = gaps.map { gap in
        [
          gap.kept.name ?? "-", gap.kept.kind, gap.span,
          gap.missing.map(String.init).joined(separator: "、"),
          gap.kept.isInvented ? "虚构" : "",
        ]
      }
      return [Columns.text(rows, header: ["辖区", "会议", "馆藏", "缺", "来历"])]
    }
  }

  /// The first and the last year that are kept.
  private var span: String { "\(kept.years.first ?? 0)—\(kept.years.last ?? 0)" }

  private var value: JSONValue {
    .object([
      "series": .string(kept.series), "jurisdiction": .optional(kept.name),
      "division": .string(kept.division),
      "held": .array(kept.years.map(JSONValue.integer)), "missing": .array(missing.map(JSONValue.integer)),
      "invented": .bool(kept.isInvented),
    ])
  }
}
