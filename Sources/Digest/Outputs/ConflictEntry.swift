// SPDX-License-Identifier: Apache-2.0

package import Diff
package import Minutes

/// The entry of two reports of one meeting that contradict each other: both quotations, and no judgement.
package enum ConflictEntry {
  /// 来源不一 瀚海省民政2024：2023年养老床位，甲.txt作41.9万张，乙.txt作41.3万张.
  package static func make(
    _ conflict: SourceConflict, of record: Record, id: String, in voice: Voice = .chinese
  ) -> Entry {
    var list = FieldList()
    list.open(.conflict, priority: 5, message: message(conflict, record.meeting, voice))
    list.add(.entryID, id)
    CommonFields.add(to: &list, meeting: record.meeting)
    list.add(.file, conflict.toDocument.name)
    list.add(.sha256, conflict.toDocument.sha256)
    list.add(.baselineFile, conflict.fromDocument.name)
    list.add(.baselineSHA256, conflict.fromDocument.sha256)
    list.add(.provenance, conflict.toDocument.provenance.rawValue)
    list.add(.subject, conflict.subject.rawValue)
    ChangeFields.quote(conflict.from, .quoteFrom, .atFrom, &list)
    ChangeFields.quote(conflict.to, .quoteTo, .atTo, &list)
    list.add(.rankFrom, conflict.from.rank)
    list.add(.rankTo, conflict.to.rank)
    if let pair = conflict.figures { ChangeFields.figures(pair, rate: nil, &list) }
    return Entry(id: id, fields: list.fields)
  }

  private static func message(_ conflict: SourceConflict, _ meeting: Meeting, _ voice: Voice) -> String {
    let told = conflict.figures.map { figures($0, voice) } ?? order(conflict, voice)
    return [
      Columns.cut(voice(.conflict, voice.story(meeting), told), to: Page.width),
      quoted(conflict.from, conflict.fromDocument, voice), quoted(conflict.to, conflict.toDocument, voice),
      "  " + voice(.conflictKept),
    ].joined(separator: "\n")
  }

  private static func figures(_ pair: FigurePair, _ voice: Voice) -> String {
    guard let one = pair.from, let other = pair.to else { return voice.indicator(pair.indicator) }
    let isYear = one.period?.shape == .year
    let period = isYear ? voice.period(one) : one.period.map { $0.rawValue } ?? ""
    return period + voice(.conflictFigures, voice.name(one), voice.text(one.quantity), voice.text(other.quantity))
  }

  private static func order(_ conflict: SourceConflict, _ voice: Voice) -> String {
    let ranks = [conflict.from, conflict.to].map { "\($0.rank ?? 0)" }
    return voice(.conflictOrder, conflict.from.head ?? "", ranks[0], ranks[1])
  }

  private static func quoted(_ evidence: Change.Evidence, _ document: Document, _ voice: Voice) -> String {
    let words = Names.quoted(Columns.cut(evidence.excerpt.text, to: 120))
    return "  " + voice(.conflictQuotation, document.name, words, voice.place(evidence.excerpt))
  }
}
