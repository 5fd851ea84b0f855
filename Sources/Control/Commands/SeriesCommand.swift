// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Diff
internal import Digest
internal import Minutes

/// `minutectl series WHAT`: a place, a line of work or an indicator over the years.
struct SeriesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "series", abstract: "Show a place, a line of work or an indicator over the years.",
    discussion: """
      A division shows the ranks of its lines of work and its figures, year by year. An indicator (养老床位, \
      under any of its names) shows its values with a plot and where each was told; a line of work (养老服务) \
      its rank. Years that no kept report tells are gaps and stay open. Narrow an indicator with --division.

        minutectl series 浙江
        minutectl series 护理型床位占比 --division 广州
      """)

  @Argument(
    help: "A division (浙江, 330000), an indicator (养老床位) or a line of work (养老服务).",
    completion: .placesAndIndicators)
  var what: String

  @OptionGroup var selection: Selection

  @OptionGroup var tools: ToolOptions

  func validate() throws {
    if what.isEmpty { throw ValidationError("give a division, an indicator or a line of work") }
  }

  func run() throws {
    try tools.print("no kept report tells of \(what); minutectl search \(what) looks in all texts") {
      try listing($0)
    }
  }

  func listing(_ tools: ArchiveTools) throws -> Listing {
    if let topic = tools.topics.topic(what) {
      return try TopicYears(topic, try holdings(tools), tools).listing
    }
    if try tools.archive.indicators().contains(where: {
      tools.words.indicators.standard($0) == standard(tools)
    }) {
      return try figures(tools)
    }
    if try !tools.places.candidates(what).isEmpty { return try place(tools) }
    let like = try tools.archive.indicators().filter { $0.contains(what) }
    if like.isEmpty { return Listing(objects: []) { [] } }
    Output.complain(
      "no indicator is called \(what); these hold the word: \(like.prefix(12).joined(separator: "、"))")
    throw ExitCode(1)
  }

  private func standard(_ tools: ArchiveTools) -> String { tools.words.indicators.standard(what) }

  private func holdings(_ tools: ArchiveTools, telling: [String]? = nil) throws -> [Holding] {
    Holding.series(try tools.archive.records(try selection.filter(tools.places), telling: telling))
  }

  private func figures(_ tools: ArchiveTools) throws -> Listing {
    let name = standard(tools)
    let names = try tools.archive.indicators().filter { tools.words.indicators.standard($0) == name }
    // All meetings of these places are wanted, to tell a year without the figure from one without a meeting.
    let told = try holdings(tools, telling: names)
    let years = try told.map { holding in
      try FigureYears(holding, try whole(holding, tools), named: name, tools)
    }
    return FigureYears.listing(years)
  }

  /// The holding's whole series, also the meetings that do not tell the figure.
  private func whole(_ holding: Holding, _ tools: ArchiveTools) throws -> [Int] {
    let series = holding.records.first?.meeting.series
    return try tools.archive.meetings(MeetingFilter(series: series)).compactMap(\.planYear)
  }

  private func place(_ tools: ArchiveTools) throws -> Listing {
    let division = try tools.places.only(what)
    var filter = try selection.filter(tools.places)
    filter.division = division.code
    let holdings = Holding.series(try tools.archive.records(filter))
    return try PlaceYears.listing(holdings, tools)
  }
}
