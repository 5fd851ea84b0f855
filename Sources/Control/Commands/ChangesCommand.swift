// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Desk
internal import Digest
internal import Minutes

/// `minutectl changes`: what was told since a day, one change a line, over all places.
struct ChangesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes", abstract: "List the changes that were told since a day.",
    discussion: """
      --since and --until are about when minuted told it. Only the latest 200 are listed unless --limit says \
      otherwise. --change and --weight may stand several times.

        minutectl changes --since yesterday --weight high
        minutectl changes --since 2024-03-01 --change dropped --level province

      --rules tells something else: what a change of words or an update read otherwise in the reports that are \
      kept. Rules are named as minutectl status and read --json print them, or by their first signs; --rules .. \
      lists which there were.
      """)

  @OptionGroup var time: TimeWindow

  @Option(
    name: .customLong("change"), help: "Only changes of this kind, by its code: dropped, new_item, missed …",
    completion: .list(ChangeCode.all))
  var kinds: [String] = []

  @Option(name: .customLong("weight"), help: "Only changes of this weight: high, medium or low.")
  var weights: [Weight] = []

  @Option(help: "What newer rules read otherwise in kept reports: OLD..NEW, or NEW alone.")
  var rules: RulesRange?

  @OptionGroup var selection: Selection

  @Option(name: [.customShort("n"), .long], help: "At most this many, the latest; 0 for all.")
  var limit = 200

  @OptionGroup var tools: ToolOptions

  func validate() throws {
    let known = Set(ChangeCode.all)
    if limit < 0 { throw ValidationError("--limit \(limit) is negative; give 0 for all") }
    if let kind = kinds.first(where: { !known.contains($0) }) {
      throw ValidationError(
        "--change \(kind) is not known; give one of \(ChangeCode.all.joined(separator: ", "))")
    }
  }

  func run() throws {
    if let rules {
      return try tools.print(
        "no kept report was read otherwise between these rules; --rules .. lists which there were"
      ) {
        try RereadListing.make(rules, $0.archive)
      }
    }
    try tools.print("no change was told that matches") { try listing($0) }
  }

  func listing(_ tools: ArchiveTools) throws -> Listing {
    let filter = try selection.filter(tools.places)
    var entries: [Entry] = []
    let most = limit > 0 ? limit : .max
    // One more tells whether there are others.
    try tools.archive.eachEntry(in: time.range ?? 0..<Int64.max, holding: needles) { kept in
      if let entry = Entry(bytes: kept.fields), matches(entry, filter) { entries.append(entry) }
      return entries.count <= most
    }
    let told = Array(entries.prefix(most).reversed())
    let standing = Dictionary(
      try Set(told.compactMap { $0[JournalField.digestID.rawValue] }).map {
        ($0, try tools.validity.validity(ofDigest: $0))
      }
    ) { $1 }
    var listing = Listing(objects: told.map { Self.value($0, standing) }) { Self.lines(told, standing) }
    if entries.count > most { listing.note = "…更早还有；--limit 0 列出全部" }
    return listing
  }

  /// What an entry must hold, as far as one value of a field is asked for.
  private var needles: [[UInt8]] {
    let event = Entry.needle(.event, Event.change.rawValue)
    let kind = kinds.count == 1 ? [Entry.needle(.change, kinds[0])] : []
    return [event] + kind + (weights.count == 1 ? [Entry.needle(.weight, weights[0].rawValue)] : [])
  }

  private func matches(_ entry: Entry, _ filter: MeetingFilter) -> Bool {
    (kinds.isEmpty || kinds.contains(entry["MINUTED_CHANGE"] ?? ""))
      && (weights.isEmpty || weights.contains { $0.rawValue == entry["MINUTED_WEIGHT"] })
      && ToldChange.matches(entry, filter)
  }

  /// One line a change under its digest: the id, how much it weighs, what MESSAGE says first.
  private static func lines(_ entries: [Entry], _ standing: [String: Validity]) -> [String] {
    var digest: String?
    return entries.flatMap { entry -> [String] in
      let message = entry["MESSAGE"]?.split(separator: "\n").first.map(String.init) ?? ""
      let head = [entry["MINUTED_DATE"] ?? "日期不明", entry["MINUTED_JURISDICTION"] ?? "辖区不明", note(entry)]
      let isNew = entry["MINUTED_DIGEST_ID"] != digest
      digest = entry["MINUTED_DIGEST_ID"]
      let state = digest.flatMap { standing[$0]?.told(in: .chinese) }.map { [$0] } ?? []
      let weight = entry["MINUTED_WEIGHT"] == Weight.high.rawValue ? "!" : " "
      let id = entry.id.prefix(8) + entry.id.dropFirst(16)
      let whole = "  \(id) \(weight) \(Sanitised.text(String(story(message))))"
      let line = Terminal.limit.map { Digest.Columns.cut(whole, to: $0) } ?? whole
      return (isNew ? [Terminal.strong(Sanitised.text((head + state).joined(separator: "　")))] : []) + [line]
    }
  }

  /// The line without the meeting's name, which stands above it.
  private static func story(_ message: String) -> Substring {
    message.firstIndex(of: " ").map { message[message.index(after: $0)...] } ?? message[...]
  }

  private static func note(_ entry: Entry) -> String {
    let kind = entry["MINUTED_MEETING_ID"]?.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    let provenance = entry["MINUTED_PROVENANCE"].flatMap(Provenance.init(rawValue:))
    return kind + (provenance == .invented ? "（虚构）" : provenance == .paraphrase ? "（改写）" : "")
  }

  private static func value(_ entry: Entry, _ standing: [String: Validity]) -> JSONValue {
    let validity = standing[entry[JournalField.digestID.rawValue] ?? ""] ?? .inForce
    func field(_ name: JournalField) -> JSONValue { .optional(entry[name.rawValue]) }
    return .object([
      "entry": .string(entry.id), "digest": field(.digestID), "meeting": field(.meetingID),
      "jurisdiction": field(.jurisdiction), "division": field(.division), "date": field(.date),
      "year": field(.year), "change": field(.change), "relation": field(.relation),
      "subject": field(.subject), "weight": field(.weight), "confidence": field(.confidence),
      "message": field(.message), "provenance": field(.provenance),
      "retracted": .bool(validity.state == .withdrawn || validity.state == .meetingWithdrawn),
      "validity": validity.value,
    ])
  }
}

extension Weight: ExpressibleByArgument {}
