// SPDX-License-Identifier: Apache-2.0

/// A number that a statistician would tabulate, with all that is needed to compare it (数据).
///
/// Defined by the annotation guidelines: one record for each pair of indicator and value. `excerpt` is the shortest
/// stretch that holds number, unit, qualifier and the indicator's words of the same clause.
///
/// Example: 养老床位14050张 is indicator 养老床位, 14050 张, aspect increase-to, period 2022.
package struct Figure: Sendable, Hashable {
  package enum Aspect: String, Sendable, Hashable, CaseIterable {
    case level, increase
    case increaseTo = "increase-to"
    case decrease, cumulative, share, multiple, rank, streak, target
  }

  /// What the rules read where a person has put a figure right.
  package struct Original: Sendable, Hashable {
    package var indicator: String
    package var period: Period?
    package var quantity: Quantity

    package init(indicator: String, period: Period?, quantity: Quantity) {
      self.indicator = indicator
      self.period = period
      self.quantity = quantity
    }
  }

  package var excerpt: Excerpt
  package var indicator: String
  package var quantity: Quantity
  package var aspect: Aspect
  package var period: Period?
  /// The period that an increase or a multiple is counted from: 达到2012年的2.4倍 has 2012.
  package var comparedTo: Period?
  package var topic: String?
  /// The share of right ones among development figures with the same score, 0 to 1.
  package var confidence: Double
  /// What the rules read; nil where nobody has put it right.
  package var original: Original?

  package init(
    excerpt: Excerpt, indicator: String, quantity: Quantity, aspect: Aspect, period: Period?,
    comparedTo: Period? = nil, topic: String? = nil, confidence: Double = 1,
    original: Original? = nil
  ) {
    self.excerpt = excerpt
    self.indicator = indicator
    self.quantity = quantity
    self.aspect = aspect
    self.period = period
    self.comparedTo = comparedTo
    self.topic = topic
    self.confidence = confidence
    self.original = original
  }

  /// The figure without where it stands, how sure it is and who read it so: what two reports of one meeting can agree on.
  package var facts: Figure {
    var facts = self
    facts.excerpt = Excerpt(text: "", span: Span(start: 0, end: 0), paragraph: 0)
    facts.confidence = 1
    facts.original = nil
    return facts
  }

  /// The figure as the rules read it, whoever has put it right.
  package var asRead: Figure {
    guard let original else { return self }
    var read = self
    (read.indicator, read.period, read.quantity) = (original.indicator, original.period, original.quantity)
    read.original = nil
    return read
  }
}
