// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Digest
internal import Lexicon
internal import Minutes
internal import Pages

/// `minutectl export WHAT`: what is kept, for other programs and other machines.
struct ExportCommand: ParsableCommand {
  /// What can be exported.
  enum What: String, ExpressibleByArgument, CaseIterable {
    case meetings, priorities, figures, changes, archive
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write what is kept for other programs, or an archive for another machine.",
    discussion: """
      meetings are JSON Lines, a meeting each as in minutectl read --json; priorities, figures and changes are \
      CSV, a row each, with --bom for WPS and Excel. archive is one file with everything that is kept and the \
      original documents: minutectl --archive reads it anywhere, minutectl import hands it to another service.

        minutectl export figures --division 广东 --bom --to 广东.csv
        minutectl export archive --to everything.minuted
      """)

  @Argument(help: "meetings, priorities, figures, changes or archive.")
  var what: What

  @Option(
    help: "Write this file, which appears when it is whole; without it standard output.", completion: .file())
  var to: String?

  @Flag(help: "Begin CSV with a byte order mark, by which WPS and Excel know it for UTF-8.")
  var bom = false

  @Flag(help: "Write over a file that lies there already.")
  var force = false

  @OptionGroup var selection: Selection

  @OptionGroup var time: TimeWindow

  @OptionGroup var lexicon: LexiconOptions

  @OptionGroup var archive: ArchiveOptions

  func validate() throws {
    let isTable = what != .meetings && what != .archive
    if bom, !isTable { throw ValidationError("--bom is for CSV: priorities, figures or changes") }
    guard what == .archive else { return }
    if to == nil { throw ValidationError("an archive is no text; name its file: --to everything.minuted") }
    if !selection.isEmpty || time.range != nil {
      throw ValidationError("an archive is exported whole; leave out what selects")
    }
  }

  func run() throws {
    try Failure.reported {
      try archive.reading { archive in
        do { try what == .archive ? carry(archive) : write(archive) } catch let error as InputError {
          Output.complain("\(error)")
          throw ExitCode(1)
        }
      }
    }
  }

  private func write(_ archive: MeetingArchive) throws {
    let filter = try filter(archive)
    let target = try ExportTarget(path: to, replaces: force)
    if bom { try target.write([0xEF, 0xBB, 0xBF]) }
    switch what {
    case .meetings:
      try archive.eachRecord(filter) { try target.write(RecordJSON.value($0).text() + [0x0A]) }
    case .priorities: try table(archive, filter, target, ExportTable.priorities, ExportTable.priorities(of:))
    case .figures: try table(archive, filter, target, ExportTable.figures, ExportTable.figures(of:))
    case .changes: try changes(archive, filter, target)
    case .archive: break
    }
    try target.end()
  }

  private func table(
    _ archive: MeetingArchive, _ filter: MeetingFilter, _ target: ExportTarget, _ header: [String],
    _ rows: (Record) -> [[CSVCell]]
  ) throws {
    try target.write(Self.line(header.map(CSVCell.text)))
    try archive.eachRecord(filter) { record in
      for row in rows(record) { try target.write(Self.line(row)) }
    }
  }

  private static func line(_ row: [CSVCell]) -> [UInt8] { Array(CSVText.line(row).utf8) }

  private func filter(_ archive: MeetingArchive) throws -> MeetingFilter {
    let divisions = try selection.division.map { _ in try lexicon.reader().vocabulary.divisions }
    var filter = try selection.filter(PlaceLookup(archive: archive, divisions: divisions ?? .init([])))
    if what != .changes { filter.arrivals = try time.range.map { try archive.arrivals(taken: $0) } }
    return filter
  }

  private func changes(_ archive: MeetingArchive, _ filter: MeetingFilter, _ target: ExportTarget) throws {
    try target.write(Self.line(ExportTable.changes.map { .text($0.column) }))
    let needles = [Entry.needle(.event, Event.change.rawValue)]
    try archive.eachEntry(in: time.range ?? 0..<Int64.max, holding: needles) { kept in
      if let entry = Entry(bytes: kept.fields), ToldChange.matches(entry, filter) {
        try target.write(Self.line(ExportTable.change(entry)))
      }
      return true
    }
  }

  private func carry(_ archive: MeetingArchive) throws {
    guard let to else { return }
    try ExportTarget.check(to, force)
    let counts = try CarriedArchive.write(archive, kept: self.archive.path, to: to)
    Output.line("\(to): \(counts.held) original documents\(Self.gone(counts.missing))")
  }

  /// How many originals the file lacks, and why they may be missing; nothing for none.
  static func gone(_ missing: Int) -> String {
    if missing == 0 { return "" }
    let originals = missing == 1 ? "original is" : "originals are"
    return "; \(missing) \(originals) no longer kept (KeepOriginals= has let go of them, or forget)"
  }
}

extension JournalField {
  /// The name of its column: `rank_from` for MINUTED_RANK_FROM.
  fileprivate var column: String {
    let name = rawValue.hasPrefix("MINUTED_") ? rawValue.dropFirst("MINUTED_".count) : rawValue[...]
    return name.lowercased()
  }
}
