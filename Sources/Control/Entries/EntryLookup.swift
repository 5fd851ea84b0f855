// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Minutes

/// Finds a change by its entry's id, as the journal and MESSAGE print it: 7f3a91c2-03.
struct EntryLookup {
  /// A change, the digest that tells it, and its provenance.
  struct Found {
    let change: KeptChange
    let digest: KeptDigest
    let story: KeptStory
  }

  let archive: MeetingArchive

  /// The one change that an id names; what names none or several is told, with what to do, and ends with 1.
  func change(_ id: String) throws -> Found {
    let parts = id.split(separator: "-", maxSplits: 1)
    guard let head = parts.first else { throw ValidationError("the id of the entry is empty") }
    let digest = try Lookup.only(
      try archive.digests(prefix: String(head), limit: Lookup.most), "digest", String(head), Lookup.label)
    guard let story = KeptStory(json: digest.json) else {
      Output.complain(
        "\(digest.id): what is kept of this digest cannot be read; minutectl digest shows its text")
      throw ExitCode(1)
    }
    let number = parts.count > 1 ? parts[1] : ""
    guard let change = story.changes.first(where: { $0.entry == "\(digest.id)-\(number)" }) else {
      throw Self.absent(number, story)
    }
    return Found(change: change, digest: digest, story: story)
  }

  /// The record that an excerpt stands in: its clean paragraphs, its documents.
  func record(_ meeting: String, _ provenance: Provenance) throws -> Record? {
    // What is invented stands beside what is invented; a paraphrase may stand beside a real report.
    let order: [Provenance] = provenance == .invented ? [.invented] : [provenance, .report, .paraphrase]
    for provenance in order {
      if let record = try archive.record(id: meeting, provenance: provenance) { return record }
    }
    return nil
  }

  /// The document that an excerpt stands in and what was read from it: the one that it names, which may be a
  /// bulletin, else the fullest of the meeting's.
  func reading(of evidence: KeptChange.Evidence, _ record: Record?) throws -> DocumentReading? {
    guard let hash = evidence.document ?? record?.documents.first?.sha256 else { return nil }
    return try archive.document(sha256: hash)
  }

  private static func absent(_ number: Substring, _ story: KeptStory) -> ExitCode {
    let id = story.id.prefix(8)
    if story.changes.isEmpty {
      Output.complain("digest \(id) tells no changes: it is a record; minutectl digest \(id) shows it")
    } else if number.isEmpty || number == "00" {
      Output.complain("\(id) is a whole digest; give one of its changes, \(id)-01 to \(lastID(story))")
    } else {
      Output.complain("digest \(id) has no entry \(number); its changes are \(id)-01 to \(lastID(story))")
    }
    return ExitCode(1)
  }

  private static func lastID(_ story: KeptStory) -> String {
    let last = story.changes.last?.entry ?? ""
    return String(story.id.prefix(8) + last.dropFirst(story.id.count))
  }
}
