// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Diff
internal import Digest
internal import Minutes

/// `minutectl targets DIVISION`: every target that a place has set, and what became of it.
struct TargetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "targets",
    abstract: "Show the register of a place's targets: met, missed, not reported, open.",
    discussion: """
      A target lives until its due date over all reports of its series; the states are those that the \
      digests tell. 未交代 is a target that was due and that no later report names, 待核 one whose words differ too much.

        minutectl targets 浙江
        minutectl targets 广州市 --state missed --state unreported
      """)

  @Argument(help: "A division: 浙江, 浙江省 or 330000.", completion: .places)
  var division: String

  @Option(name: .customLong("state"), help: "Only targets in this state.")
  var states: [TargetRegister.State] = []

  @Option(help: "Only this sector, such as 民政.", completion: .sectors)
  var sector: String?

  @Option(help: "Only targets set for this year's plan.", transform: CivilDate.year)
  var year: Int?

  @OptionGroup var tools: ToolOptions

  func run() throws {
    try tools.print("no kept report of \(division) sets such a target") { try listing($0) }
  }

  func listing(_ tools: ArchiveTools) throws -> Listing {
    let place = try tools.places.only(division)
    let records = try tools.archive.records(MeetingFilter(division: place.code, sector: sector), whole: true)
    let tables = try Holding.series(records).map { holding in
      TargetTable(holding, try TargetTable.register(of: holding, tools)) { entry in
        (states.isEmpty || states.contains(entry.state)) && (year == nil || entry.year == year)
      }
    }.filter { !$0.entries.isEmpty }
    return Listing(objects: tables.flatMap(\.objects)) {
      Array(tables.map { $0.lines(width: Terminal.width) }.joined(separator: [""]))
    }
  }
}

extension TargetRegister.State: ExpressibleByArgument {}
