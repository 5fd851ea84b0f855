// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Desk
internal import Digest
internal import Minutes

/// `minutectl search TEXT…`: where in the whole archive words stand.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find words in all reports that are kept.",
    discussion: """
      Finds meetings in whose text all the words stand, latest first, each with its place (¶ paragraph, then \
      characters of the source). Words of two characters are found like longer ones.

      Meetings that a person has withdrawn are not searched; minutectl list shows them.

        minutectl search 养老
        minutectl search 长者食堂 助餐 --division 广东 --year 2023
      """)

  @Argument(help: "The words; all of them must stand in a report.")
  var words: [String]

  @OptionGroup var selection: Selection

  @Option(name: [.customShort("n"), .long], help: "At most this many meetings; 0 for all.")
  var limit = 20

  @OptionGroup var tools: ToolOptions

  func validate() throws {
    let holdsWord = words.contains { $0.contains { $0.isLetter || $0.isNumber } }
    if limit < 0 { throw ValidationError("--limit \(limit) is negative; give 0 for all") }
    guard holdsWord else { throw ValidationError("there is no word to search for; give one, such as 养老") }
  }

  func run() throws {
    let asked = words.joined(separator: " ")
    try tools.print("no kept report has \(asked)") { try listing($0) }
  }

  func listing(_ tools: ArchiveTools) throws -> Listing {
    var filter = try selection.filter(tools.places)
    // One more tells whether there are others.
    filter.limit = limit > 0 ? limit + 1 : nil
    var hits = try tools.archive.search(words.joined(separator: " "), filter)
    let isCut = limit > 0 && hits.count > limit
    if isCut { hits.removeLast() }
    let terms = words.flatMap { $0.split(separator: " ").map(String.init) }
    let shown = try hits.map { (hit: $0, standing: try MeetingStanding($0.meeting, tools.validity)) }
    var listing = Listing(objects: shown.map { Self.value($0.hit, terms, $0.standing) }) {
      shown.flatMap { Self.lines($0.hit, terms, $0.standing) }
    }
    if isCut { listing.note = "…更早还有；--limit 0 列出全部" }
    return listing
  }

  private static func lines(_ hit: SearchHit, _ terms: [String], _ standing: MeetingStanding) -> [String] {
    let meeting = hit.meeting
    let passages = hit.paragraphs.flatMap { Passage.all(of: terms, in: $0) }
    let head = [
      meeting.date?.description ?? "日期不明", meeting.name ?? "辖区不明", meeting.kind, "\(passages.count)处",
    ]
    let note = meeting.provenance == .report ? "" : meeting.provenance == .invented ? "（虚构）" : "（改写）"
    let places = passages.map(\.found.place)
    let margin = (places.map { DisplayWidth.of($0) }.max() ?? 0) + 4
    let state = standing.notes.map { "　" + $0 }.joined()
    let line = Sanitised.text(head.joined(separator: "　")) + note + Sanitised.text(state)
    return Wrap.lines(line, width: Terminal.width).map(Terminal.strong)
      + zip(passages, places).map { passage, place in
        "  " + Digest.Columns.padded(place, to: margin - 2)
          + Terminal.showing(passage.marked(width: Terminal.width - margin))
      }
  }

  private static func value(_ hit: SearchHit, _ terms: [String], _ standing: MeetingStanding) -> JSONValue {
    let passages = hit.paragraphs.flatMap { Passage.all(of: terms, in: $0) }.map { passage in
      let members: JSONValue.Members = [
        "paragraph": .integer(passage.paragraph), "text": .string(passage.excerpt(around: 30)),
        "span": .array([.integer(passage.span.start), .integer(passage.span.end)]),
      ]
      return JSONValue.object(members.with("page", passage.page))
    }
    return standing.beside([
      "meeting": .string(hit.meeting.id), "date": .optional(hit.meeting.date?.description),
      "jurisdiction": .optional(hit.meeting.name), "division": .optional(hit.meeting.division),
      "provenance": .string(hit.meeting.provenance.rawValue), "passages": .array(passages),
    ])
  }
}
