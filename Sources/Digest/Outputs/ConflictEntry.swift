// SPDX-License-Identifier: Apache-2.0

package import Diff
package import Minutes

/// The entry of two reports of one meeting that contradict each other: both quotations, and no judgement.
package enum ConflictEntry {
  /// 来源不一 瀚海省民政2024：2023年养老床位，甲.txt作41.9万张，乙.txt作41.3万张.
  package static func make(_ conflict: SourceConflict, of record: Record, id: String) -> Entry {
    var list = FieldList()
    list.open(.conflict, priority: 5, message: message(conflict, record.meeting))
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

  private static func message(_ conflict: SourceConflict, _ meeting: Meeting) -> String {
    let told = conflict.figures.map { figures($0, conflict) } ?? order(conflict)
    return [
      Columns.cut("来源不一 \(Names.story(meeting))：\(told)", to: Page.width),
      quoted(conflict.from, conflict.fromDocument), quoted(conflict.to, conflict.toDocument),
      "  两份报道均已收存，不判断孰是孰非",
    ].joined(separator: "\n")
  }

  private static func figures(_ pair: FigurePair, _ conflict: SourceConflict) -> String {
    guard let one = pair.from, let other = pair.to else { return pair.indicator }
    let period = one.period.map { $0.shape == .year ? $0.rawValue + "年" : $0.rawValue } ?? ""
    return period + FigureName.of(one)
      + "，一作\(Amounts.text(one.quantity))，一作\(Amounts.text(other.quantity))"
  }

  private static func order(_ conflict: SourceConflict) -> String {
    let name = conflict.from.head ?? ""
    return "任务次序，\(name)一作第\(conflict.from.rank ?? 0)项，一作第\(conflict.to.rank ?? 0)项"
  }

  private static func quoted(_ evidence: Change.Evidence, _ document: Document) -> String {
    let words = Columns.cut(evidence.excerpt.text, to: 120)
    return "  \(document.name) \(Names.quoted(words))（第\(evidence.excerpt.paragraph)段）"
  }
}
