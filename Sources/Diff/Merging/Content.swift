// SPDX-License-Identifier: Apache-2.0

package import Minutes

extension Meeting {
  /// True where both readings set the same tasks and give the same figures, in whatever report and place they stand.
  ///
  /// Of two versions that differ in a credit line or in white space nothing new follows.
  package func saysTheSame(as other: Meeting) -> Bool {
    priorities.map(\.body) == other.priorities.map(\.body)
      && Set(figures.map(\.facts)) == Set(other.figures.map(\.facts))
      && Set(officials) == Set(other.officials)
  }
}

extension Figure {
  /// The figure without its place in the text.
  fileprivate var facts: Figure {
    var facts = self
    facts.excerpt = Excerpt(text: "", span: Span(start: 0, end: 0), paragraph: 0)
    facts.confidence = 1
    return facts
  }
}
