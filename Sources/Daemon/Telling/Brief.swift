// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest
internal import Minutes

/// What the digest of a meeting is made from: all that the archive is asked for.
struct Brief: Sendable {
  var record: Record
  /// That of the document which is told; with the meeting's id its key.
  var provenance: Provenance
  var baselines: KeptBaselines
  var sending: JournalEntries.Sending

  var key: MeetingKey { MeetingKey(id: record.meeting.id, provenance: provenance) }
}
