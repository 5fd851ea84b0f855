// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Digest
internal import Minutes

/// `minutectl matrix --year YEAR`: who sets which tasks in a year, and at which rank.
struct MatrixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix",
    abstract: "Set the places of a year side by side: lines of work, or one place's tasks.",
    discussion: """
      Rows are places, columns lines of work, cells ranks: 3 is the third task, 5内 stands inside the fifth, \
      · is not named. With --of the rows are the tasks of one place, and the cells where the others have the same.

        minutectl matrix --year 2023 --level province
        minutectl matrix --year 2023 --of 江苏
      """)

  @OptionGroup var selection: Selection

  @Option(help: "The place whose tasks are the rows: 江苏 or 320000.", completion: .places)
  var of: String?

  @OptionGroup var tools: ToolOptions

  func validate() throws {
    if selection.year == nil { throw ValidationError("say which year: --year 2023") }
  }

  func run() throws {
    try tools.print("no kept meeting sets tasks for \(selection.year ?? 0)") { try listing($0) }
  }

  func listing(_ tools: ArchiveTools) throws -> Listing {
    let place = try of.map { try tools.places.only($0) }
    var filter = try selection.filter(tools.places)
    // Only places of one level set the same kind of tasks.
    if let place, filter.level == nil { filter.level = place.level }
    let records = try tools.archive.records(filter).filter { !$0.meeting.priorities.isEmpty }
    let groups = Self.groups(records)
    guard let place else { return TopicMatrix.listing(groups.map { TopicMatrix($0, tools.topics) }) }
    let tables = groups.flatMap { group in
      group.records.filter { $0.meeting.jurisdiction?.code == place.code }
        .map { TaskMatrix($0, among: group, by: tools.comparer) }
    }
    return TaskMatrix.listing(tables)
  }

  /// What may stand in one table: the meetings of a sector and class, what is invented by itself.
  static func groups(_ records: [Record]) -> [Holding] {
    Holding.all(records).flatMap { holding in
      Dictionary(grouping: holding.records) { "\($0.meeting.sector ?? "") \($0.meeting.category)" }
        .sorted { $0.key < $1.key }
        .map { Holding(isInvented: holding.isInvented, records: $0.value) }
    }
  }
}
