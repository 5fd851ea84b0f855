// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Minutes

/// Reads kept documents by other tables and tells what they would say otherwise; nothing is changed.
struct ReadingTrial {
  let archive: MeetingArchive
  let store: OriginalFolder
  /// The name of the rules that the service's tables make, by which files were refused.
  let before: String
  /// The reader on trial and the name of its rules.
  let after: (reader: DocumentReader, rules: String)
  /// Documents that were read, and those whose originals are not kept or cannot be opened.
  private(set) var (read, missing) = (0, 0)

  init(
    archive: MeetingArchive, store: OriginalFolder, before: String,
    after: (DocumentReader, String)
  ) {
    (self.archive, self.store, self.before, self.after) = (archive, store, before, after)
  }

  /// The documents that would be read otherwise, latest first; those that were refused come behind the others.
  mutating func run(
    limit: Int, _ progress: (_ done: Int, _ all: Int) -> Void
  ) throws -> [KeptRereading] {
    var found: [KeptRereading] = []
    let kept = min(limit, try archive.documentCount(before: .max))
    let refused = try archive.rejected(limit: limit).filter { $0.file.sha256 != nil }
    var position = Int64.max
    while read + missing < kept,
      let next = try archive.stale(rules: "", before: position, all: true)
    {
      position = next.arrival
      if var reading = try archive.document(sha256: next.document.sha256) {
        // What people have put right is laid over whatever the rules read.
        reading.report = try archive.rulesReading(of: next.document.sha256) ?? reading.report
        // Tables may lie in the service's own folder before it reads by them: what is kept is what it read.
        let kept = reading
        found += try differing(kept.document, from: kept.report, read: kept.rules).map { [$0] } ?? []
      }
      progress(read + missing, kept + refused.count)
    }
    for arrival in refused {
      let document = Document(name: arrival.file.display, sha256: arrival.file.sha256 ?? "")
      found += try differing(document, from: Report(), read: before, isRefused: true).map { [$0] } ?? []
      progress(read + missing, kept + refused.count)
    }
    return found
  }

  private mutating func differing(
    _ document: Document, from old: Report, read rules: String, isRefused: Bool = false
  ) throws -> KeptRereading? {
    guard let bytes = store.bytes(of: document.sha256),
      let new = try? after.reader.read(bytes, named: document.name).report
    else {
      missing += 1
      return nil
    }
    read += 1
    // A refused file stays refused as long as a meeting in it has no place or no date.
    if isRefused,
      new.meetings.isEmpty || new.meetings.contains(where: { $0.jurisdiction == nil || $0.date == nil })
    {
      return nil
    }
    let difference = ReadingDifference(from: old, to: new)
    guard !difference.isEmpty else { return nil }
    return KeptRereading(
      at: 0, sha256: document.sha256, name: document.name, earlier: rules, later: after.rules,
      changes: difference.bytes)
  }

  /// One line on how much was read.
  func summary(differing: Int) -> String {
    let gone = missing > 0 ? "; \(missing) could not be read again: their originals are not kept" : ""
    return "\(differing) of \(read.counted("document", "documents")) would be read otherwise\(gone)"
  }
}
