// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Diff
internal import Digest
internal import Minutes

/// `minutectl peers INDICATOR`: the same indicator side by side in all places that tell it.
struct PeersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "peers", abstract: "Set one indicator of all places side by side.",
    discussion: """
      Places of one level, one period and one unit stand in one table, the greatest first, with the target \
      that was set for the period. Without --period it is the latest that most places tell. Totals are listed \
      without a rank: places differ in size.

        minutectl peers 护理型床位占比
        minutectl peers 城市低保标准 --period 2023 --level prefecture
      """)

  @Argument(help: "An indicator under any of its names, such as 护理型床位占比.", completion: .indicators)
  var indicator: String

  @Option(help: "The year that the figures tell of.", transform: CivilDate.year)
  var period: Int?

  @OptionGroup var selection: Selection

  @OptionGroup var tools: ToolOptions

  func validate() throws {
    if indicator.isEmpty { throw ValidationError("give an indicator, such as 护理型床位占比") }
  }

  func run() throws {
    try tools.print("no kept report tells \(indicator); minutectl search \(indicator) looks in all texts") {
      try listing($0)
    }
  }

  func listing(_ tools: ArchiveTools) throws -> Listing {
    let standard = tools.words.indicators.standard(indicator)
    let names = try tools.archive.indicators().filter { tools.words.indicators.standard($0) == standard }
    let records = try tools.archive.records(try selection.filter(tools.places), telling: names)
    let before = try selection.filterBefore(tools.places)
      .map { try tools.archive.records($0, telling: names) }
    let tables = Holding.all(records).flatMap {
      PeerTable.all(in: $0, named: standard, before: before ?? [], tools.words)
    }
    let shown = tables.compactMap { $0.latest(period) }
    return Listing(objects: shown.flatMap(\.objects)) {
      Array(shown.map { $0.lines(width: Terminal.width) }.joined(separator: [""]))
    }
  }
}
