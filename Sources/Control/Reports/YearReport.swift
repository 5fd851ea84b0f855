// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Diff
internal import Digest
internal import Minutes
internal import Pages

/// The report of a year over places: who sets which tasks, and the figures that several of them tell.
struct YearReport {
  let tools: ArchiveTools

  /// Meetings of one sector and class, which may stand in one table.
  private struct Part {
    let matrix: TopicMatrix
    /// What two places or more tell, those first that most tell.
    let figures: [PeerYear]

    var records: [Record] { matrix.holding.records }
  }

  func content(_ selection: Selection) throws -> ReportContent {
    let records = try tools.archive.records(try selection.filter(tools.places))
    let before = try selection.filterBefore(tools.places).map { try tools.archive.records($0) } ?? []
    let parts = MatrixCommand.groups(records).map { group in
      Part(matrix: TopicMatrix(group, tools.topics), figures: figures(group, before))
    }.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      // Real ones first, then what most places hold.
      return (x.matrix.holding.isInvented ? 1 : 0, y.records.count, a.offset)
        < (y.matrix.holding.isInvented ? 1 : 0, x.records.count, b.offset)
    }.map(\.element)
    guard !parts.isEmpty else {
      Output.complain(
        "no kept meeting sets tasks for \(selection.year ?? 0); minutectl list shows what is kept")
      throw ExitCode(1)
    }
    let meetings = try MeetingList(records: parts.flatMap(\.records), tools)
    return ReportContent(
      sheet: sheet(selection, parts, meetings), table: (LongTable.header, parts.flatMap(rows)),
      objects: parts.flatMap { $0.matrix.objects + $0.figures.flatMap(\.objects) })
  }

  private func figures(_ group: Holding, _ before: [Record]) -> [PeerYear] {
    PeerTable.all(in: group, before: before, tools.words).compactMap { $0.latest(nil) }.filter {
      $0.rows.count > 1
    }
    .enumerated().sorted { ($1.element.rows.count, $0.offset) < ($0.element.rows.count, $1.offset) }
    .map(\.element)
  }

  private func rows(_ part: Part) -> [[CSVCell]] {
    LongTable.ranks(part.records, part.matrix.topics)
      + part.records.flatMap { record in
        FigureSeries.all(in: [record.meeting], words: tools.words)
          .flatMap { LongTable.figures($0, of: record.meeting) }
      }
  }

  // MARK: - The page

  private func sheet(_ selection: Selection, _ parts: [Part], _ list: MeetingList) -> Sheet {
    let meetings = parts.reduce(0) { $0 + $1.records.count }
    let narrowed = [selection.division, selection.level?.label, selection.sector].compactMap(\.self)
    // Where they differ each heading says its own.
    let notes = Set(parts.map(\.matrix.holding.note))
    return Sheet(
      language: .chinese, kicker: (["同年对照"] + narrowed).joined(separator: " · "),
      headline: "\(selection.year ?? 0)年：各地会议并列",
      lead: [.text("馆藏\(meetings)次会议；同一领域、同一类会议列为一表")],
      warnings: notes.count == 1 ? notes.filter { !$0.isEmpty }.map { String($0.dropFirst()) } : [],
      sections: parts.enumerated().map { place, part in
        let meeting = part.records.first?.meeting
        let name = (meeting?.sector ?? "") + (meeting?.category ?? "")
        return Sheet.Section("class-\(place + 1)", name + part.matrix.holding.note, blocks(part))
      } + [list.section], foot: [.text("总量因各地规模不同，只并列，不排名次。")])
  }

  private func blocks(_ part: Part) -> [Block] {
    let header = ["辖区", "项数"] + part.matrix.topics.map(\.short)
    let rows = part.records.map { record -> [[Inline]] in
      [.text(TopicMatrix.name(record)), .text(String(record.meeting.priorities.count))]
        + part.matrix.topics.map { .text(TopicRank($0.topic, in: record.meeting)?.text ?? "·") }
    }
    let matrix = SheetTable(
      caption: "各地重点任务在各领域的位次", header: header, rows: rows, numeric: Set(1..<header.count), shape: .wide)
    return [
      .heading("重点位次"), .table(matrix), .paragraph([.faint("3：第3项；5内：在第5项之内；·：未提。")]),
    ] + (part.figures.isEmpty ? [] : [.heading("同一指标并列")]) + part.figures.map { .table(table($0)) }
  }

  private func table(_ year: PeerYear) -> SheetTable {
    let unit = year.table.unit.isEmpty ? "" : "（\(year.table.unit)）"
    let note = year.isRanked ? "" : "，总量，不排名次"
    let most = year.rows.compactMap(\.result.figure.quantity.drawn).max() ?? 0
    let rows = year.rows.enumerated().map { place, row -> [[Inline]] in
      let quantity = row.result.figure.quantity
      let share = most > 0 ? (quantity.drawn ?? 0) / most : 0
      return [
        .text((year.isRanked ? "\(place + 1) " : "") + TopicMatrix.name(row.record)),
        [.bar(year.number(row.result), share: share)], .text(row.target.map(year.number) ?? ""),
        [.faint("\(row.record.meeting.date?.description ?? "") \(row.result.figure.excerpt.mark)")],
      ]
    }
    return SheetTable(
      caption: "\(year.table.indicator)\(unit)　\(year.year)年　\(year.table.level.label)\(rows.count)家\(note)",
      header: ["辖区", "数值", "目标", "位置"], rows: rows)
  }
}
