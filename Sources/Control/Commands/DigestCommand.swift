// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Digest

/// `minutectl digest ID`: a digest as it was sent, whole.
struct DigestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest", abstract: "Show a digest as it was sent, with all that MESSAGE had no room for.",
    discussion: """
      A digest stays as it was sent, whatever rules come later. --entries lists its changes with their ids, \
      which explain and cite take.

        minutectl digest 7f3a91c2 --entries
        minutectl digest 7f3a91c2 --lang en

      --refreshed compares the meeting anew with all that the archive holds now: peers, superiors and bulletins \
      that came after it was sent are told too.
      """)

  @Argument(help: "A digest's id, or the beginning of one: MESSAGE prints eight digits.", completion: .digests)
  var digest: String

  @Flag(help: "List its changes, each with its entry's id, heaviest first.")
  var entries = false

  @Option(name: .customLong("lang"), help: "Tell it in this language: zh or en; without it, as it was sent.")
  var language: Language?

  @Flag(help: "Compare the meeting anew with what is kept now, instead of showing what was sent.")
  var refreshed = false

  @OptionGroup var output: OutputOptions

  @OptionGroup var lexicon: LexiconOptions

  @OptionGroup var archive: ArchiveOptions

  func validate() throws {
    if digest.isEmpty { throw ValidationError("the id of the digest is empty; minutectl list shows ids") }
    if language != nil, entries || output.isJSON, !refreshed {
      throw ValidationError("--lang goes neither with --entries nor with --json")
    }
    if refreshed, entries { throw ValidationError("--refreshed goes not with --entries: only what was sent has ids") }
  }

  func run() throws {
    try Failure.reported { try archive.reading(show) }
  }

  private func show(_ archive: MeetingArchive) throws {
    let kept = try Lookup.only(
      try archive.digests(prefix: digest, limit: Lookup.most), "digest", digest, Lookup.label)
    if refreshed {
      let tools = ArchiveTools(archive: archive, vocabulary: try lexicon.reader(over: archive).vocabulary)
      let retelling = DigestRetelling(kept: kept, tools: tools)
      if output.isJSON {
        output.object(try retelling.refreshedValue(in: language))
      } else {
        output.prose(try retelling.refreshed(in: language))
      }
    } else if let language {
      let tools = ArchiveTools(archive: archive, vocabulary: try lexicon.reader(over: archive).vocabulary)
      output.prose(try DigestRetelling(kept: kept, tools: tools).text(in: language))
    } else if output.isJSON {
      output.object(kept.isRetracted ? Self.retracted(kept.json) : kept.json)
    } else {
      if kept.isRetracted { output.line(try withdrawal(of: kept, archive)) }
      if entries { list(kept) } else { output.prose(Sanitised.text(kept.text, lines: true)) }
    }
  }

  /// Above what was sent: that it holds no more, and why, as far as a person has said.
  private func withdrawal(of kept: KeptDigest, _ archive: MeetingArchive) throws -> String {
    let edit = try archive.edits(["retract"], isInForce: true).last {
      ($0.content["digests"] ?? $0.target).split(separator: " ").contains(kept.id[...])
    }
    guard let edit else { return "（已撤回，请勿再引用）" }
    return "（\(edit.who)于\(Moment.text(edit.at))撤回，请勿再引用：\(Sanitised.text(edit.reason))）"
  }

  /// The kept object with one member more.
  private static func retracted(_ json: [UInt8]) -> [UInt8] {
    json.last == UInt8(ascii: "}") ? json.dropLast() + Array(",\"retracted\":true}".utf8) : json
  }

  private func list(_ kept: KeptDigest) {
    guard let story = KeptStory(json: kept.json) else {
      return output.prose(Sanitised.text(kept.text, lines: true))
    }
    let rows = story.changes.map { change in
      let id = kept.id.prefix(8) + change.entry.dropFirst(kept.id.count)
      return [String(id), change.change, change.weight, change.story]
    }
    if rows.isEmpty { return output.line("没有变化：这是一份记录") }
    output.table(rows, header: ["编号", "变化", "权重", "内容"])
  }
}
