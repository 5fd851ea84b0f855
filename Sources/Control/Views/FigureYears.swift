// SPDX-License-Identifier: Apache-2.0

internal import Desk
internal import Diff
internal import Digest
internal import Minutes
internal import Pages

/// One indicator of one place over the years: a plot, and each value with the place where it was told.
struct FigureYears {
  let holding: Holding
  /// The years that a kept meeting plans for: its report tells of the year before.
  let held: Set<Int>
  let series: [FigureSeries]
  let standing: HoldingStanding

  init(_ holding: Holding, _ held: [Int], named name: String, _ tools: ArchiveTools) throws {
    self.holding = holding
    self.held = Set(held)
    series = FigureSeries.all(in: holding.records.map(\.meeting), named: name, words: tools.words)
    standing = try HoldingStanding(holding, tools.validity)
  }

  static func listing(_ all: [FigureYears]) -> Listing {
    let objects = all.flatMap { years in
      years.series.map { series in
        JSONValue.object([
          "jurisdiction": .optional(years.holding.records.first?.meeting.jurisdiction?.fullName),
          "division": .optional(years.holding.records.first?.meeting.jurisdiction?.code),
          "series": .string(years.holding.records.first?.meeting.series ?? ""),
          "invented": .bool(years.holding.isInvented), "figure": value(series),
          "amended": .array(years.amendments(in: series).map(\.value)),
        ])
      }
    }
    return Listing(objects: objects) {
      Array(all.flatMap { $0.blocks(width: Terminal.width) }.joined(separator: [""]))
    }
  }

  private func blocks(width: Int) -> [[String]] {
    let meeting = holding.records.last?.meeting
    let place = "\(meeting?.jurisdiction?.fullName ?? "辖区不明")　\(meeting?.kind ?? "")"
    return series.map { series in
      let head = "\(series.title)　\(place)\(holding.note)"
      let plot = Plot(points: points(series)) { Self.axis($0, series) }.lines(width: min(width, 76))
      let legend = plot.isEmpty || series.targets.isEmpty ? [] : ["⣿ 完成　o 目标"]
      return [Terminal.strong(Sanitised.text(head))] + plot + legend + table(series)
        + amendments(in: series).map { "  " + Sanitised.text($0.told(in: .chinese)) }
        + standing.lines(withAmendments: false).map { "  " + $0 }
    }
  }

  private func points(_ series: FigureSeries) -> [Plot.Point] {
    func drawn(_ points: [FigureSeries.Point], _ isTarget: Bool) -> [Plot.Point] {
      points.compactMap { point in
        point.figure.quantity.drawn.map { Plot.Point(year: point.year, value: $0, isTarget: isTarget) }
      }
    }
    return drawn(series.results, false) + drawn(series.targets, true)
  }

  /// A number of the axis, in the scale that the reports print.
  private static func axis(_ value: Double, _ series: FigureSeries) -> String {
    let multiplier = (series.results + series.targets).map(\.figure.quantity.multiplier).max() ?? 0
    let scale = multiplier == 8 ? 1e8 : multiplier == 4 ? 1e4 : 1
    let hundredths = (value / scale * 100).rounded()
    let text =
      hundredths.remainder(dividingBy: 100) == 0 ? String(Int(hundredths / 100)) : String(hundredths / 100)
    return text + (value == 0 ? "" : multiplier == 8 ? "亿" : multiplier == 4 ? "万" : "")
  }

  private func table(_ series: FigureSeries) -> [String] {
    guard let first = series.years.first, let last = series.years.last, last - first < 300 else { return [] }
    let rows = (first...last).map { year -> [String] in
      let results = series.results.filter { $0.year == year }
      let targets = series.targets.filter { $0.year == year }
      let revised = series.revised.filter { $0.year == year }
      let note = revised.map { "修订：\($0.meeting.suffix(10))报\($0.figure.quantity.number)" }
      return [
        String(year),
        results.isEmpty ? gap(year) : results.map(\.figure.quantity.number).joined(separator: "、"),
        targets.map(\.figure.quantity.number).joined(separator: "→"),
        (results.map(Self.place) + note).joined(separator: "；"),
      ]
    }
    let text = Columns.text(rows, header: ["报告期", "完成", "目标", "出处"], right: [1, 2], indent: 2)
    return text.split(separator: "\n").map(String.init)
  }

  /// What people have put right in the figures that are told.
  private func amendments(in series: FigureSeries) -> [SignedAmendment] {
    (series.results + series.targets + series.revised).reduce(into: []) { all, point in
      let more = standing.amendments(of: point.figure, in: point.meeting)
      all += more.filter { !all.contains($0) }
    }
  }

  /// Why a year has no value: no report is kept that looks back on it, or the one that is does not say.
  private func gap(_ year: Int) -> String {
    held.contains(year + 1) ? "未报" : year >= (held.max() ?? year) ? "未到" : "缺会议"
  }

  private static func place(_ point: FigureSeries.Point) -> String {
    let date = point.meeting.split(separator: "/").last ?? ""
    return "\(date) \(point.figure.excerpt.place)"
  }

  /// A series for machines: indicator, unit, measure, and its points.
  static func value(_ series: FigureSeries) -> JSONValue {
    func points(_ points: [FigureSeries.Point]) -> JSONValue {
      .array(
        points.map { point in
          .object([
            "year": .integer(point.year), "meeting": .string(point.meeting),
            "figure": MeetingJSON.figure(point.figure),
          ])
        })
    }
    return .object([
      "indicator": .string(series.indicator), "unit": .string(series.unit),
      "measure": .string(series.measure),
      "results": points(series.results), "targets": points(series.targets), "revised": points(series.revised),
    ])
  }
}
