// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest

/// After a restore: by what else entries are looked for that the journal may hold under other ids.
///
/// Files from the time that a backup lacks are read again, many at once where they once came one by one; their
/// digests then compare with more than they did, and have other ids. An outcome of the same bytes under the same
/// name, whatever its id, shows that the file was told, and all entries of its digest with it.
struct JournalRecall {
  /// For each entry the fields that one which takes its place has, `NAME=value`; of several values of a name one.
  private(set) var places: [String: [[UInt8]]] = [:]

  /// Notes entries that are about to be looked for.
  mutating func note(_ entries: [OutboxEntry]) {
    var heads: [String: [[UInt8]]] = [:]
    for entry in entries where entry.id.hasSuffix("-00") {
      let fields = Entry(bytes: entry.fields).flatMap(Self.outcome)
      places[entry.id] = fields
      if let digest = entry.digestID { heads[digest] = fields }
    }
    for entry in entries where places[entry.id] == nil {
      places[entry.id] = entry.digestID.flatMap { heads[$0] }
    }
  }

  /// Lets go of entries that are accounted for.
  mutating func forget(_ ids: some Sequence<String>) { for id in ids { places[id] = nil } }

  /// Entries that a person asked for, and those that follow from files, each in their order; `personal` are the
  /// digests that were sent for an edit.
  static func split(
    _ entries: [OutboxEntry], personal: Set<String>
  ) -> (asked: [OutboxEntry], following: [OutboxEntry]) {
    let isAsked = entries.map { $0.digestID.map(personal.contains) ?? isAskedFor(Entry(bytes: $0.fields)) }
    let halves = [true, false].map { side in zip(entries, isAsked).filter { $0.1 == side }.map(\.0) }
    return (halves[0], halves[1])
  }

  /// True for what an edit withdraws, or lets hold again, without a digest of its own.
  private static func isAskedFor(_ entry: Entry?) -> Bool {
    guard let entry, let reason = entry[JournalField.reason.rawValue] else { return false }
    switch entry[JournalField.event.rawValue].flatMap(Event.init) {
    case .retraction: return RetractionEntry.Reason(rawValue: reason)?.isAskedFor ?? false
    case .correction: return reason == RetractionEntry.reinstated
    default: return false
    }
  }

  /// Events that are outcomes of a file that was read; one that was refused may come to another when it is
  /// tried again.
  private static let read: [Event] = [.digest, .source, .duplicate]

  private static func outcome(_ entry: Entry) -> [[UInt8]]? {
    guard let event = entry[JournalField.event.rawValue].flatMap(Event.init),
      let sha256 = entry[JournalField.sha256.rawValue],
      let file = entry[JournalField.file.rawValue], read.contains(event) || event == .rejected
    else { return nil }
    let events = read.contains(event) ? read : [event]
    let part = entry[JournalField.part.rawValue].map { (JournalField.part, $0) }
    let fields =
      [(JournalField.sha256, sha256), (.file, file)] + (part.map { [$0] } ?? [])
      + events.map { (.event, $0.rawValue) }
    return fields.map { Array("\($0.0.rawValue)=\($0.1)".utf8) }
  }
}
