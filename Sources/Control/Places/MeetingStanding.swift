// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Digest
internal import Minutes

/// What is to be known of a meeting before it is quoted: that it or its digest is withdrawn, and what a
/// person has put right in its reports.
struct MeetingStanding {
  let validity: Validity
  let amendments: [SignedAmendment]

  init(_ record: Record, _ lookup: ValidityLookup) throws {
    validity = try lookup.validity(of: MeetingKey(id: record.meeting.id, provenance: record.provenance))
    amendments = try lookup.amendments(of: record)
  }

  /// The same of a meeting in a list; nothing more is asked for where its line says that all is well.
  init(_ summary: MeetingSummary, _ lookup: ValidityLookup) throws {
    let key = MeetingKey(id: summary.id, provenance: summary.provenance)
    validity = summary.isInForce ? .inForce : try lookup.validity(of: key)
    amendments = try lookup.amendments(of: key)
  }

  /// For the line of a list: how it stands, and how much was put right.
  var notes: [String] {
    [validity.told(in: .chinese), amendments.isEmpty ? nil : "人工更正\(amendments.count)处"].compactMap(\.self)
  }

  /// Under the whole of a meeting: how it stands, how that is taken back, and each thing that was put right.
  var lines: [String] {
    var lines: [String] = []
    if let note = validity.note(in: .chinese) { lines.append(note) }
    if validity.state == .meetingWithdrawn, let edit = validity.attribution?.edit {
      lines.append("要恢复：minutectl withdraw --undo \(edit) --reason …")
    }
    if !amendments.isEmpty {
      lines.append("人工更正 \(amendments.count)处：minutectl corrections list")
      lines += amendments.map { "  \($0.attribution.edit) \($0.told(in: .naming))" }
    }
    return lines.map { Sanitised.text($0) }
  }

  /// An object of the meeting with the members `validity` and `amended`.
  func beside(_ members: JSONValue.Members) -> JSONValue {
    .object(members.with(["validity": validity.value, "amended": .array(amendments.map(\.value))]))
  }
}
