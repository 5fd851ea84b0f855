// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Digest
internal import Minutes

/// `minutectl report`: a page to look at, to print and to send: one meeting, a place over the years, a year
/// over places.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a page: one meeting, a place over the years, or a year over places.",
    discussion: """
      The HTML page is one file without scripts, which needs no network and can be sent by mail or printed. \
      A meeting is named by its id or by its digest's; a place by its name or code; with --year and no name \
      all places of the year stand side by side, narrowed by --level, --division and --sector.

        minutectl report 7f3a91c2 -o 瀚海2024.html
        minutectl report 广东省深圳市 -o 深圳.html
        minutectl report --year 2023 --level province -o 2023.html
        minutectl report 7f3a91c2 --format csv --bom -o 瀚海2024.csv
      """)

  @Argument(
    help: "A digest's or meeting's id or its beginning, or a division such as 浙江, 浙江省 or 330000.",
    completion: .meetingsAndPlaces)
  var what: String?

  @OptionGroup var selection: Selection

  @Option(help: "The format: html, markdown, csv or json.")
  var format = ReportFormat.html

  @Option(
    name: [.short, .long], help: "The file to write; without it, standard output.", completion: .file())
  var output: String?

  @Flag(help: "Begin CSV with a byte order mark, by which WPS and Excel know it for UTF-8.")
  var bom = false

  @Flag(help: "Write over a file that lies there already.")
  var force = false

  @Option(
    name: .customLong("lang"), help: "Tell a meeting in this language: zh or en; without it, as it was sent.")
  var language: Language?

  @OptionGroup var lexicon: LexiconOptions

  @OptionGroup var archive: ArchiveOptions

  func validate() throws {
    if what?.isEmpty == true { throw ValidationError("the name is empty; minutectl list shows what is kept") }
    if what == nil, selection.year == nil {
      throw ValidationError("name a meeting, a digest or a place, or say which year: --year 2023")
    }
    if let what, MeetingReport.names(what), !selection.isEmpty {
      throw ValidationError(
        "--year, --level, --division and --sector select among meetings; \(what) is one: leave them out")
    }
    if bom, format != .csv { throw ValidationError("--bom is for CSV: --format csv") }
  }

  func run() throws {
    try Failure.reported {
      try archive.reading { archive in
        let vocabulary = try lexicon.reader(over: archive).vocabulary
        let content = try content(ArchiveTools(archive: archive, vocabulary: vocabulary))
        let mark: [UInt8] = bom ? [0xEF, 0xBB, 0xBF] : []
        try OutputFile(path: output, replaces: force).write(mark + content.bytes(format))
      }
    }
  }

  func content(_ tools: ArchiveTools) throws -> ReportContent {
    guard let what else { return try YearReport(tools: tools).content(selection) }
    if MeetingReport.names(what) {
      return try MeetingReport(tools: tools, language: language).content(of: what)
    }
    return try PlaceReport(tools: tools).content(of: what, selection)
  }
}
