// SPDX-License-Identifier: Apache-2.0

package import Minutes

extension Report {
  /// What another version of a file says where the earlier one was put right: of the same words, else of the one
  /// figure of that indicator; nil where it does not say, or says several things.
  ///
  /// Places mean nothing here: a sentence more above moves all below it.
  package func text(of amendment: Amendment) -> String? {
    let (mark, field) = (amendment.mark, amendment.field)
    let all = meetings.flatMap(\.figures) + figures
    let said: [String?] =
      switch mark.subject {
      case .meeting:
        [meetings.indices.contains(amendment.part - 1) ? meetings[amendment.part - 1].text(of: field) : nil]
      case .figure:
        all.contains { $0.excerpt.text == mark.words }
          ? all.filter { $0.excerpt.text == mark.words }.map { $0.text(of: field) }
          : all.filter { $0.indicator == mark.name }.map { $0.text(of: field) }
      case .priority:
        meetings.flatMap(\.priorities).filter { $0.head == mark.words }.map { $0.text(of: field) }
      }
    let texts = Set(said.compactMap(\.self))
    return texts.count == 1 ? texts.first : nil
  }
}
