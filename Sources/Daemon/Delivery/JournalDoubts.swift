// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest
internal import Journal

/// What cannot be relied on when the journal is asked for entries: what a power cut may have left half of,
/// and what stands in a damaged file where only some readers find it.
///
/// An entry that is sent again although an earlier copy may come to light says so (MINUTED_REISSUE).
struct JournalDoubts {
  /// How often part of the journal may be unreadable before it counts as damaged.
  private static let mostFailures = 5

  /// Perhaps sent before the machine's boot and never seen: a damaged file of the journal may still hold
  /// them.
  private var uncertain: Set<String> = []
  /// Open since before the machine's boot: where a power cut has left half of one, it has not landed.
  private var suspect: Set<String> = []
  /// Sent again and not seen since.
  private var repeated: Set<String> = []
  /// Answers in a row by which entries are missing and part of the journal could not be read.
  private var failures = 0

  init() {}

  /// Doubts at a start: `open` are the entries that were not confirmed before the machine's boot.
  init(open: Set<String>) {
    suspect = open
    uncertain = open
  }

  /// Whether entries have to be read, field by field, rather than looked up.
  var isReading: Bool { !suspect.isEmpty }

  /// True where what is missing was dropped.
  ///
  /// Where part of the journal cannot be read for the moment it is asked again. Where that lasts, a file is
  /// damaged, and what is missing is sent anew and says so: nobody finds it there.
  mutating func isConclusive(_ answer: ReadBack.Answer) -> Bool {
    guard answer.barrierSeen else { return false }
    if mustAskAgain(after: answer) { return false }
    if !answer.isWhole { uncertain.formUnion(answer.question.ids.filter { answer.sightings[$0] == nil }) }
    failures = 0
    return true
  }

  /// True where part of the journal could not be read, and that has not lasted so long that it counts as
  /// damaged.
  mutating func mustAskAgain(after answer: ReadBack.Answer) -> Bool {
    failures = answer.isWhole ? 0 : failures + 1
    return failures > 0 && failures < Self.mostFailures
  }

  /// Leaves out of an answer what a power cut has left half of, or found by its id alone, and what a journald
  /// that was killed has left in no index.
  ///
  /// Once it was sent again it is there when it is whole: in a damaged file that journald goes on with
  /// nothing more may ever be found by the field, and it would be sent for ever.
  mutating func leaveOutHalves(
    of answer: inout ReadBack.Answer, asking archive: MeetingArchive
  ) throws(ArchiveError) {
    for (id, sighting) in answer.sightings
    where sighting.isFoundOtherwise == false && !repeated.contains(id) {
      answer.sightings[id] = nil
      uncertain.insert(id)
    }
    for id in suspect.intersection(answer.sightings.keys).sorted() {
      let entry = try archive.entry(id: id).flatMap { Entry(bytes: $0.fields) }.map { JournalEntry($0) }
      let isWhole = answer.sightings[id]?.fingerprint == entry?.fingerprint
      let isFound = answer.sightings[id]?.isFoundOtherwise == true || !uncertain.contains(id)
      if !isWhole || !isFound { answer.sightings[id] = nil }
    }
  }

  /// Notes that entries were found missing and are sent again; those of which a copy may still come to light.
  mutating func sentAgain(_ ids: [String]) -> [String] {
    let doubtful = ids.filter(uncertain.contains)
    uncertain.subtract(ids)
    repeated.formUnion(ids)
    return doubtful
  }

  /// Notes that entries stand in the journal, whole.
  mutating func landed(_ ids: some Sequence<String>) {
    uncertain.subtract(ids)
    suspect.subtract(ids)
    repeated.subtract(ids)
  }
}
