// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Diff
internal import Digest
internal import Minutes
internal import Pages

/// The report of a place over the years: ranks of its lines of work, its figures, its targets, a series at a
/// time.
struct PlaceReport {
  let tools: ArchiveTools

  /// One series of meetings with all that is shown of it.
  private struct Part {
    let years: PlaceYears
    let targets: TargetTable

    var meeting: Meeting? { years.holding.records.last?.meeting }
  }

  func content(of what: String, _ selection: Selection) throws -> ReportContent {
    let division = try tools.places.only(what)
    var filter = try selection.filter(tools.places)
    filter.division = division.code
    let own = try tools.archive.records(filter, whole: true).filter {
      $0.meeting.jurisdiction?.code == division.code
    }
    let parts = try Self.ordered(Holding.series(own)).map { holding in
      Part(
        years: try PlaceYears(holding, tools),
        targets: TargetTable(holding, try TargetTable.register(of: holding, tools)) { _ in true })
    }
    guard !parts.isEmpty else {
      Output.complain("no kept meeting is of \(division.fullName); minutectl list shows what is kept")
      throw ExitCode(1)
    }
    let meetings = try MeetingList(records: parts.flatMap(\.years.holding.records), tools)
    return ReportContent(
      sheet: sheet(division, parts, meetings), table: (LongTable.header, parts.flatMap(rows)),
      objects: parts.flatMap(objects))
  }

  /// Real ones first, then the series that most is kept of.
  private static func ordered(_ series: [Holding]) -> [Holding] {
    series.enumerated().sorted { a, b in
      (a.element.isInvented ? 1 : 0, b.element.records.count, a.offset)
        < (b.element.isInvented ? 1 : 0, a.element.records.count, b.offset)
    }.map(\.element)
  }

  private func objects(_ part: Part) -> [JSONValue] { [part.years.value] + part.targets.objects }

  private func rows(_ part: Part) -> [[CSVCell]] {
    LongTable.ranks(part.years.holding.records, part.years.topics)
      + part.years.figures.flatMap { LongTable.figures($0, of: part.meeting) }
      + part.targets.entries.map { LongTable.target($0, of: part.meeting) }
  }

  // MARK: - The page

  private func sheet(_ division: Division, _ parts: [Part], _ list: MeetingList) -> Sheet {
    let years = parts.compactMap(\.years.years)
    let span = years.map(\.lowerBound).min().flatMap { first in
      years.map(\.upperBound).max().map { $0 == first ? "\(first)年" : "\(first)—\($0)年" }
    }
    let meetings = parts.reduce(0) { $0 + $1.years.holding.records.count }
    // Where they differ each series says its own.
    let notes = Set(parts.map(\.years.holding.note))
    return Sheet(
      language: .chinese, kicker: "历年对照", headline: "\(division.fullName)：\(span ?? "年份不明")的会议",
      lead: [.text("馆藏\(meetings)次会议，\(parts.count)个系列")],
      warnings: notes.count == 1 ? notes.filter { !$0.isEmpty }.map { String($0.dropFirst()) } : [],
      sections: parts.enumerated().map { place, part in
        Sheet.Section("series-\(place + 1)", part.meeting?.kind ?? "", blocks(part))
      } + [list.section], foot: [.text("3：第3项；5内：在第5项之内；·：报道未提；-：馆藏无该年会议，数字则无回顾该年的会议。")])
  }

  private func blocks(_ part: Part) -> [Block] {
    [.paragraph(.text(part.years.head))] + ranks(part.years) + figures(part.years) + targets(part.targets)
      + part.years.standing.lines().map { .paragraph([.faint($0)]) }
  }

  private func ranks(_ years: PlaceYears) -> [Block] {
    let table = years.rankTable
    guard !table.years.isEmpty else { return [] }
    let held = Set(years.holding.records.compactMap(\.meeting.planYear))
    let rows = table.rows.map { row -> [[Inline]] in
      [.text(row.name)] + table.years.map { [.text(row.cells[$0] ?? (held.contains($0) ? "·" : "-"))] }
    }
    let header = ["领域"] + table.years.map(String.init)
    return [
      .heading("重点位次"),
      .table(
        SheetTable(
          caption: "各领域在历年重点任务中的位次", header: header, rows: rows, numeric: Set(1..<header.count), shape: .wide)
      ),
    ]
  }

  private func figures(_ years: PlaceYears) -> [Block] {
    let table = years.figureTable
    guard !table.years.isEmpty else { return [] }
    let reported = years.reported
    let rows = zip(table.rows, years.toldOften).map { row, series -> [[Inline]] in
      let plot = series.plot()
      return [.text(row.name)]
        + table.years.map { .text(row.cells[$0] ?? (reported.contains($0) ? "·" : "-")) }
        + [plot.years == nil ? [] : [.plot(plot)]]
    }
    let header = ["指标"] + table.years.map(String.init) + ["历年"]
    return [
      .heading("数字"),
      .table(
        SheetTable(
          caption: "两年以上有数的指标，按报告期；小图中实心点为完成，空心圈为目标", header: header, rows: rows,
          numeric: Set(1..<header.count - 1), shape: .wide)),
    ]
  }

  private func targets(_ table: TargetTable) -> [Block] {
    guard !table.entries.isEmpty else { return [] }
    let rows = table.entries.map { entry -> [[Inline]] in
      let answer = [table.answer(entry), table.next(entry)].filter { !$0.isEmpty }.joined(separator: "；")
      return [
        .text(table.target(entry)), .text(entry.year.map { "\($0)年" } ?? ""),
        [.mark(TargetTable.label(entry.state))], .text(answer),
      ]
    }
    return [
      .heading("目标登记"), .paragraph([.strong(table.summary)]),
      .table(
        SheetTable(caption: "历次会议所设目标及其后来", header: ["目标", "提出", "判断", "结果"], rows: rows, shape: .cards)),
    ]
  }
}
