// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

/// The fields that a digest and each of its changes have in common: which meeting, from which file, by which
/// rules.
enum CommonFields {
  static func add(to list: inout FieldList, _ digest: MeetingDigest) {
    let meeting = digest.meeting
    list.add(.digestID, digest.id)
    list.add(.meetingID, meeting.id)
    list.add(.jurisdiction, meeting.jurisdiction?.fullName)
    list.add(.division, meeting.jurisdiction?.code)
    list.add(.level, meeting.jurisdiction?.level.rawValue)
    list.add(.sector, meeting.sector)
    list.add(.series, meeting.series)
    list.add(.date, meeting.date?.description)
    list.add(.year, meeting.planYear)
    for document in digest.record.documents {
      list.add(.file, document.name)
      list.add(.sha256, document.sha256)
    }
    for source in digest.record.sources { list.add(.source, source) }
    list.add(.rules, digest.rules)
    list.add(.provenance, provenance(digest).rawValue)
  }

  /// What a comparison was made with: ids, files and hashes, one field a baseline.
  static func add(to list: inout FieldList, baselines: [Record], relation: Relation) {
    list.add(.relation, relation.rawValue)
    for record in baselines {
      list.add(.baselineID, record.meeting.id)
      list.add(.baselineFile, record.documents.first?.name)
      list.add(.baselineSHA256, record.documents.first?.sha256)
    }
  }

  /// The weakest of the texts that were used: what is compared with an invented one is no report.
  private static func provenance(_ digest: MeetingDigest) -> Provenance {
    let all = [digest.record.provenance] + digest.compared.map(\.record.provenance)
    return all.contains(.invented) ? .invented : all.contains(.paraphrase) ? .paraphrase : .report
  }
}
