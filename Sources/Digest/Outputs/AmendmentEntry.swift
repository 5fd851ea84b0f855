// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// The entry of something that a person has put right and that the rules have come to read otherwise.
///
/// A conflict of sources, of which one is a person: nobody is said to be right, and what was put right stands
/// until it is taken back.
package enum AmendmentEntry {
  /// 来源不一 瀚海省民政2024：人工更正与现在的读法不一.
  ///
  /// `found` is what is read now; `edit` the number by which it is taken back.
  package static func conflict(
    _ amendment: Amendment, _ standing: Amendment.Standing, found: String?, edit: Int64, of record: Record,
    id: String, in voice: Voice = .chinese
  ) -> Entry {
    let now =
      switch standing {
      case .lost: voice(.amendedLost)
      case .agrees: voice(.amendedAgrees)
      case .superseded: voice(.amendedSuperseded)
      case .holds, .differs: voice(.amendedNow, found ?? "-")
      }
    let end = standing == .superseded ? voice(.amendedAnew) : voice(.amendedStands, "\(edit)")
    let message = [
      Columns.cut(voice(.amendedOtherwise, voice.story(record.meeting)), to: Page.width),
      "  " + amendment.told(in: voice), "  " + now, "  " + end,
    ].joined(separator: "\n")
    let document = record.documents.first { $0.sha256 == amendment.document }
    var list = FieldList()
    list.open(.conflict, priority: 5, message: message)
    list.add(.entryID, id)
    CommonFields.add(to: &list, meeting: record.meeting)
    list.add(.file, document?.name)
    list.add(.sha256, amendment.document)
    list.add(.provenance, record.provenance.rawValue)
    list.add(.subject, amendment.mark.subject == .meeting ? nil : amendment.mark.subject.rawValue)
    list.add(.valueFrom, amendment.field == .value ? found : nil)
    list.add(.valueTo, amendment.field == .value ? amendment.after : nil)
    list.add(.reason, "amended-\(standing.rawValue)")
    return Entry(id: id, fields: list.fields)
  }
}
