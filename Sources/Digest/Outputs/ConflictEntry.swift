// SPDX-License-Identifier: Apache-2.0

package import Diff
package import Minutes

/// The entry of two reports of one meeting that contradict each other: both quotations, and no judgement.
///
/// Where a person has put one of them right, that stands, and the entry says how it is taken back.
package enum ConflictEntry {
  /// 来源不一 瀚海省民政2024：2023年养老床位，甲.txt作41.9万张，乙.txt作41.3万张.
  package static func make(
    _ conflict: SourceConflict, of record: Record, edit: Int64? = nil, id: String,
    in voice: Voice = .chinese
  ) -> Entry {
    var list = FieldList()
    list.open(.conflict, priority: 5, message: message(conflict, record.meeting, edit, voice))
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
    if let pair = conflict.figures {
      ChangeFields.figures(conflict.personsWord == .removed ? pair.withoutLater : pair, rate: nil, &list)
    }
    list.add(.reason, conflict.personsWord == nil ? nil : "amended-contradicted")
    return Entry(id: id, fields: list.fields)
  }

  private static func message(
    _ conflict: SourceConflict, _ meeting: Meeting, _ edit: Int64?, _ voice: Voice
  ) -> String {
    let told = conflict.figures.map { figures($0, conflict, voice) } ?? order(conflict, voice)
    let word = conflict.figures.flatMap { personsWord($0, conflict, voice) }.map { ["  " + $0] } ?? []
    let end =
      conflict.personsWord == nil ? voice(.conflictKept) : voice(.conflictStands, edit.map { "\($0)" } ?? "N")
    let lines =
      [Columns.cut(voice(.conflict, voice.story(meeting), told), to: Page.width)] + word + [
        quoted(conflict.from, conflict.fromDocument, voice), quoted(conflict.to, conflict.toDocument, voice),
        "  " + end,
      ]
    return lines.joined(separator: "\n")
  }

  private static func figures(_ pair: FigurePair, _ conflict: SourceConflict, _ voice: Voice) -> String {
    guard let one = pair.from, let other = pair.to else { return voice.indicator(pair.indicator) }
    let isYear = one.period?.shape == .year
    let period = isYear ? voice.period(one) : one.period.map { $0.rawValue } ?? ""
    guard conflict.personsWord == nil else { return period + voice.name(one) }
    return period
      + voice(.conflictFigures, voice.name(one), voice.text(one.quantity), voice.text(other.quantity))
  }

  /// What a person has put right and what the other report says, on a line of its own, where nothing is cut.
  private static func personsWord(_ pair: FigurePair, _ conflict: SourceConflict, _ voice: Voice) -> String? {
    guard let one = pair.from, let other = pair.to else { return nil }
    let values = [one, other].map { voice.text($0.quantity) }
    return switch conflict.personsWord {
    case nil: nil
    case .removed: voice(.conflictRemoved, conflict.fromDocument.name, values[0])
    case .putRight: voice(.conflictAmended, values[1], conflict.fromDocument.name, values[0])
    }
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

extension FigurePair {
  /// The same where a person has taken the second figure out: there is nothing that it came to.
  fileprivate var withoutLater: FigurePair {
    var pair = self
    (pair.to, pair.delta) = (nil, nil)
    return pair
  }
}
