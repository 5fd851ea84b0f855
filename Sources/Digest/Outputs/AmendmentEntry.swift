// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// The entry of something that a person has put right and that is read otherwise now.
///
/// A conflict of sources, of which one is a person: it says what each of them says, which is in force, and
/// the command that changes that.
package enum AmendmentEntry {
  /// 来源不一 瀚海省民政2024：规则现在的读法与人工更正不同.
  package static func conflict(
    _ contradiction: Contradiction, of record: Record, id: String, in voice: Voice = .chinese
  ) -> Entry {
    let amendment = contradiction.amendment
    let lines = contradiction.lines(of: voice.story(record.meeting), record.meeting.id, in: voice)
    let message = lines.enumerated().map { place, line in
      place == 0 ? Columns.cut(line, to: Page.width) : "  " + line
    }.joined(separator: "\n")
    let document = record.documents.first { $0.sha256 == amendment.document }
    var list = FieldList()
    list.open(.conflict, priority: 5, message: message)
    list.add(.entryID, id)
    CommonFields.add(to: &list, meeting: record.meeting)
    list.add(.file, document?.name)
    list.add(.sha256, amendment.document)
    list.add(.provenance, record.provenance.rawValue)
    list.add(.subject, amendment.mark.subject == .meeting ? nil : amendment.mark.subject.rawValue)
    list.add(.valueFrom, amendment.field == .value ? contradiction.reading : nil)
    list.add(.valueTo, amendment.field == .value ? amendment.after : nil)
    list.add(.reason, "amended-\(contradiction.standing.rawValue)")
    return Entry(id: id, fields: list.fields)
  }
}
