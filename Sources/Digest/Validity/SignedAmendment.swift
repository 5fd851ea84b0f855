// SPDX-License-Identifier: Apache-2.0

internal import struct FoundationEssentials.Decimal
package import Minutes

/// Something in a reading that a person has put right, with who did, when and why.
package struct SignedAmendment: Sendable, Hashable {
  package var amendment: Amendment
  package var attribution: Attribution

  package init(_ amendment: Amendment, by attribution: Attribution) {
    (self.amendment, self.attribution) = (amendment, attribution)
  }

  /// “助餐点1143个”数值原读作1143，人工更正为1243（root，2026-11-22 08:00：官网已更正）.
  ///
  /// Without the quotation where that stands beside it.
  package func told(in voice: Voice, quoting: Bool = true) -> String {
    amendment.putRight(in: voice, quoting: quoting) + attribution.told(in: voice)
  }

  /// True for an amendment of what these words at this place say.
  package func isAbout(_ excerpt: Excerpt) -> Bool {
    let (mark, span) = (amendment.mark, excerpt.span)
    guard mark.span == span, excerpt.document == nil || excerpt.document == amendment.document else {
      return false
    }
    return mark.subject == .priority || mark.words == excerpt.text
  }

  /// True for an amendment of this figure: of several at one place, 分别为1、2、3, the one of its name and amount,
  /// as they were read or as they were put right.
  package func isAbout(_ figure: Figure, among all: [SignedAmendment]) -> Bool {
    guard amendment.mark.subject == .figure, isAbout(figure.excerpt) else { return false }
    func became(_ field: Amendment.Field, _ text: String) -> Bool {
      all.contains {
        $0.amendment.mark == amendment.mark && $0.amendment.field == field && $0.amendment.after == text
      }
    }
    let range = figure.quantity.low.flatMap { low in figure.quantity.high.map { "\(low)–\($0)" } }
    let amount = figure.quantity.value?.description ?? range ?? ""
    return (amendment.mark.name == figure.indicator || became(.indicator, figure.indicator))
      && (amendment.mark.amount == amount + figure.quantity.unit || became(.value, amount)
        || became(.unit, figure.quantity.unit))
  }

  /// subject, words, field, before (as the rules read it, or null), after, edit, who, at, reason.
  package var members: JSONValue.Members {
    .init(
      [
        ("subject", .string(amendment.mark.subject.rawValue)), ("words", .string(amendment.mark.words)),
        ("field", .string(amendment.field.rawValue)), ("before", .optional(amendment.before)),
        ("after", .string(amendment.after)),
      ] + Attribution.members(attribution))
  }

  package var value: JSONValue { .object(members) }
}
