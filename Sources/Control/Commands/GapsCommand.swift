// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Digest
internal import Lexicon
internal import Minutes

/// `minutectl gaps`: which meetings have not arrived.
struct GapsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps", abstract: "Show which meetings are missing: years of a series, or places in a year.",
    discussion: """
      Without --year: the years that are missing between the first and the last kept meeting of each series. \
      With --year: the divisions of a level (province, unless --level says otherwise) whose meeting has not \
      arrived; those that have older ones come first.

        minutectl gaps
        minutectl gaps --year 2023 --level prefecture --division 广东
      """)

  @OptionGroup var selection: Selection

  @OptionGroup var tools: ToolOptions

  func run() throws {
    try tools.print(orSay: "没有缺口") { try listing($0) }
  }

  func listing(_ tools: ArchiveTools) throws -> Listing {
    var filter = try selection.filter(tools.places)
    filter.year = nil
    guard let year = selection.year else { return SeriesGaps.listing(try tools.archive.heldYears(filter)) }
    let level = selection.level ?? .province
    filter.level = level
    let kept = try tools.archive.heldYears(filter).filter { !$0.isInvented }
    // A sector of which no place of the level ever had a meeting is nothing that is missing.
    let sectors = selection.sector.map { [$0] } ?? Set(kept.compactMap(\.sector)).sorted()
    let divisions = divisions(level, in: year, below: filter.division, tools.vocabulary.divisions)
    let gaps = sectors.map { sector in
      YearGaps(year, level, sector, kept.filter { $0.sector == sector }, divisions)
    }
    return YearGaps.listing(gaps)
  }

  /// The divisions of a level that were in force in a year and hold such meetings, by code.
  ///
  /// GB/T 2260 gives the codes from 71 on to 台湾, 香港 and 澳门, whose governments do not; the examples' 瀚海省
  /// has 99.
  private func divisions(
    _ level: Division.Level, in year: Int, below head: String?, _ table: DivisionTable
  ) -> [Division] {
    table.rows.indices.filter {
      table.rows[$0].level == level && table.rows[$0].holds(in: year) && table.rows[$0].code < 710_000
    }
    .map { table.division(at: $0, in: year) }
    .filter { $0.code.hasPrefix(head ?? "") }
  }
}
