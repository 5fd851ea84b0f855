// SPDX-License-Identifier: Apache-2.0

package import Minutes

extension Report {
  /// What a later version of a file says where the earlier one was put right: in the same words, else in those
  /// with another number, else of the one figure of that indicator; nil where it does not say, or says several
  /// things.
  ///
  /// Places mean nothing here: a sentence more above moves all below it. What the earlier version said too, as
  /// the rules read it, is not what came in the place of anything: a target in the words of its result.
  package func text(of amendment: Amendment, inPlaceOf earlier: Report) -> String? {
    let (mark, field) = (amendment.mark, amendment.field)
    let said: [String?] =
      switch mark.subject {
      case .meeting:
        [meetings.indices.contains(amendment.part - 1) ? meetings[amendment.part - 1].text(of: field) : nil]
      case .figure: figures(like: amendment, besides: earlier).map { $0.text(of: field) }
      case .priority:
        meetings.flatMap(\.priorities).filter { $0.head == mark.words }.map { $0.text(of: field) }
      }
    let texts = Set(said.compactMap(\.self))
    return texts.count == 1 ? texts.first : nil
  }

  private func figures(like amendment: Amendment, besides earlier: Report) -> [Figure] {
    let mark = amendment.mark
    let said = Set(earlier.allFigures.map(\.facts))
    let fresh = allFigures.filter { !said.contains($0.facts) }
    let tiers = [
      allFigures.filter { $0.excerpt.text == mark.words },
      fresh.filter { $0.excerpt.text.withoutNumbers == mark.words.withoutNumbers },
      // Another number of that name is not what was taken out.
      amendment.field == .none ? [] : fresh.filter { $0.indicator == mark.name },
    ]
    return tiers.first { !$0.isEmpty } ?? []
  }

  private var allFigures: [Figure] { meetings.flatMap(\.figures) + figures }
}

extension String {
  /// 新建老年助餐点个 of 新建老年助餐点1143个: what stays where a number is put right.
  fileprivate var withoutNumbers: String { filter { !$0.isNumber && !"万亿.,，".contains($0) } }
}
