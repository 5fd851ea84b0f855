// SPDX-License-Identifier: Apache-2.0

/// A piece of a page below a heading.
package enum Block: Sendable, Hashable {
  /// A label and what stands under it; the label may be empty.
  package struct Row: Sendable, Hashable {
    package var label: String
    package var items: [[Inline]]

    package init(_ label: String, _ items: [[Inline]]) { (self.label, self.items) = (label, items) }
  }

  /// Words of a report with where they stand.
  package struct Quotation: Sendable, Hashable {
    /// Whose words: 上年, 今年, 上级.
    package var label: String
    package var words: String
    package var place: [Inline]
  }

  /// One statement of the page with the words that it rests on.
  package struct Finding: Sendable, Hashable {
    /// Where links lead to: c03.
    package var anchor: String
    package var story: [Inline]
    package var quotations: [Quotation]
  }

  case paragraph([Inline])
  case heading(String)
  case rows([Row])
  case table(SheetTable)
  case ranks(RankChart)
  case findings([Finding])
  /// Numbered from 1, as `Inline.note` points to them.
  case notes([[Inline]])
}
