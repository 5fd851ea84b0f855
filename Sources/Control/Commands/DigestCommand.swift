// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Desk
internal import Digest
internal import Minutes

/// `minutectl digest ID`: a digest as it was sent, whole.
struct DigestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest", abstract: "Show a digest as it was sent, with all that MESSAGE had no room for.",
    discussion: """
      A digest stays as it was sent, whatever rules come later. --entries lists its changes with their ids, \
      which explain and cite take.

        minutectl digest 7f3a91c2 --entries
        minutectl digest 7f3a91c2 --lang en

      Of a meeting, by its id or place, it is the digest in force, which is named on standard error.

      --refreshed compares the meeting anew with all that the archive holds now: peers, superiors and bulletins \
      that came after it was sent are told too.
      """)

  @Argument(
    help: "A digest's id, or the beginning of one: MESSAGE prints eight digits; or a meeting.",
    completion: .digests)
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
    if refreshed, entries {
      throw ValidationError("--refreshed goes not with --entries: only what was sent has ids")
    }
  }

  func run() throws {
    try Failure.reported { try archive.reading(show) }
  }

  private func show(_ archive: MeetingArchive) throws {
    let kept = try kept(in: archive)
    let validity = try ValidityLookup(archive: archive).validity(of: kept)
    let told = Voice(language ?? KeptStory(json: kept.json)?.spoken ?? .chinese)
    if !output.isJSON, let note = validity.note(in: told) { output.prose(Sanitised.text(note)) }
    if refreshed {
      let tools = ArchiveTools(archive: archive, vocabulary: try lexicon.reader(over: archive).vocabulary)
      let retelling = DigestRetelling(kept: kept, tools: tools)
      if output.isJSON {
        output.object(validity.beside(try retelling.refreshedValue(in: language).text()))
      } else {
        output.prose(try retelling.refreshed(in: language))
      }
    } else if let language {
      let tools = ArchiveTools(archive: archive, vocabulary: try lexicon.reader(over: archive).vocabulary)
      output.prose(try DigestRetelling(kept: kept, tools: tools).text(in: language))
    } else if output.isJSON {
      output.object(validity.beside(kept.json))
    } else if entries {
      list(kept)
    } else {
      output.prose(Sanitised.text(kept.text, lines: true))
    }
  }

  /// The digest that is named, or of the meeting that is, the one in force; which that is goes to standard
  /// error.
  private func kept(in archive: MeetingArchive) throws -> KeptDigest {
    let found = try archive.digests(prefix: digest, limit: Lookup.most)
    guard found.isEmpty, digest.contains("/") || !MeetingReport.names(digest) else {
      return try Lookup.only(found, "digest", digest, Lookup.label)
    }
    let record = try MeetingLookup(archive: archive).record(digest)
    let key = MeetingKey(id: record.meeting.id, provenance: record.provenance)
    let all = try archive.digests(ofMeeting: key.id, provenance: key.provenance)
    guard let kept = try archive.told(of: key) ?? all.first else {
      Output.complain("nothing was told of \(key.id) yet; minutectl show \(key.id) shows what is kept of it")
      throw ExitCode(1)
    }
    let standing = kept.isRetracted ? "the latest, withdrawn" : "in force"
    Output.complain("\(key.id): digest \(kept.id.prefix(8)), \(standing)")
    return kept
  }

  private func list(_ kept: KeptDigest) {
    guard let story = KeptStory(json: kept.json) else {
      return output.prose(Sanitised.text(kept.text, lines: true))
    }
    let rows = story.changes.map { change in
      let id = kept.id.prefix(8) + change.entry.dropFirst(kept.id.count)
      return [String(id), CodeWords.change(change.change), CodeWords.degree(change.weight), change.story]
    }
    if rows.isEmpty { return output.line("没有变化：这是一份记录") }
    output.table(rows, header: ["编号", "变化", "权重", "内容"])
  }
}

extension Validity {
  /// An object of a digest with its member `validity`, in its place among the others.
  ///
  /// What is kept is written through as it is: whatever an older minuted has put there stays.
  fileprivate func beside(_ json: [UInt8]) -> [UInt8] {
    let member = Array(",\"validity\":".utf8) + value.text()
    // Within a text a quote has a backslash before it, so this can only be the member.
    let place =
      json.firstRange(of: Array(",\"whole\":".utf8))?.lowerBound ?? json.lastIndex(of: UInt8(ascii: "}"))
    guard let place else { return json }
    return json[..<place] + member + json[place...]
  }
}
