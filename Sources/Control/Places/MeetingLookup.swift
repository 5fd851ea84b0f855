// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Minutes

/// Finds the meeting that a user names: by its own id or the beginning of it, by that of its digest, or by its
/// place where that has one meeting.
struct MeetingLookup {
  let archive: MeetingArchive

  /// The one meeting; none or several is told, with what to do, and ends with 1.
  func record(_ name: String) throws -> Record {
    var found = try archive.records(prefix: name, limit: Lookup.most)
    if found.isEmpty, MeetingReport.names(name) {
      let kept = try Lookup.only(
        try archive.digests(prefix: name, limit: Lookup.most), "digest", name, Lookup.label)
      found = try archive.record(id: kept.meetingID, provenance: kept.provenance).map { [$0] } ?? []
    }
    let places = found.isEmpty ? try archive.divisions(named: name) : []
    let prefix = places.count == 1 ? places[0].code + "/" : name
    if places.count == 1 { found = try archive.records(prefix: prefix, limit: Lookup.most) }
    return try Lookup.only(found, "meeting", prefix, Lookup.label)
  }
}
