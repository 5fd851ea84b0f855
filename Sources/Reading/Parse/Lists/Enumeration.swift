// SPDX-License-Identifier: Apache-2.0

/// A list as it stands in the text, before anybody says what it is about.
struct Enumeration {
  struct Item {
    /// The marker as printed; nil for an item without one.
    var label: Range<Int>?
    /// From the head to the end of the body.
    var text: Range<Int>
  }

  /// How the items are told from one another, which tells how sure the list is.
  enum Form: String {
    case numbered, bulleted, opening, unmarked
  }

  var form: Form
  var items: [Item]
  /// The words before the first item that may announce what follows.
  var lead: Range<Int>
  /// The words before the first item that may name who speaks; they reach further up.
  var floor: Range<Int>

  /// The heading of the part of the report that the list stands in: 一、2022年工作回顾.
  var section: Range<Int>?

  /// Marked by numbers or bullets.
  var isCounted: Bool { form == .numbered || form == .bulleted }
  /// Where the first marker (or head) begins.
  var start: Int { items[0].label?.lowerBound ?? items[0].text.lowerBound }
  var end: Int { items[items.count - 1].text.upperBound }
}
