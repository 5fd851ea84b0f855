// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

/// The fields that a digest and each of its changes have in common: which meeting, from which file, by which
/// rules.
enum CommonFields {
  static func add(to list: inout FieldList, _ digest: MeetingDigest, documents: [Document]) {
    list.add(.digestID, digest.id)
    add(to: &list, meeting: digest.meeting)
    for document in documents {
      list.add(.file, document.name)
      list.add(.sha256, document.sha256)
    }
    for source in digest.record.sources { list.add(.source, source) }
    list.add(.rules, digest.rules)
    list.add(.provenance, digest.provenance.rawValue)
  }

  /// Which meeting: its id, place, series and date.
  static func add(to list: inout FieldList, meeting: Meeting) {
    list.add(.meetingID, meeting.id)
    list.add(.jurisdiction, meeting.jurisdiction?.fullName)
    list.add(.division, meeting.jurisdiction?.code)
    list.add(.level, meeting.jurisdiction?.level.rawValue)
    list.add(.sector, meeting.sector)
    list.add(.series, meeting.series)
    list.add(.date, meeting.date?.description)
    list.add(.year, meeting.planYear)
  }

  /// What a comparison was made with: ids, files and hashes, one field a baseline.
  ///
  /// The file is the one that `quoted` stands in, where a baseline has several.
  static func add(
    to list: inout FieldList, baselines: [Record], relation: Relation, quoted: [Change.Evidence] = []
  ) {
    list.add(.relation, relation.rawValue)
    for record in baselines {
      let excerpt = quoted.first { $0.meeting == record.meeting.id }?.excerpt
      let document = excerpt.flatMap(record.document(of:)) ?? record.documents.first
      list.add(.baselineID, record.meeting.id)
      list.add(.baselineFile, document?.name)
      list.add(.baselineSHA256, document?.sha256)
    }
  }
}
