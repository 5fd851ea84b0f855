// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// A number as it stands in a text, whether or not anybody would tabulate it.
///
/// `span` counts Unicode scalars of the text given. A number without a unit has the unit "" and no dimension.
///
/// Example: in 进一步扩大，超6000万元 the 一 of 进一步 is no figure; 超6000万元 is 60000000 元, over.
package struct NumeralReading: Sendable, Hashable {
  /// Why a number has no single value.
  package enum Gap: String, Sendable, Hashable {
    /// 3%至5%, 两三家: `low` and `high` stand instead.
    case range
    /// More digits than can be held exactly; a wrong number would be worse than none.
    case tooManyDigits = "too-many-digits"
  }

  package var text: String
  package var span: Span
  package var quantity: Quantity
  package var hasDimension: Bool
  /// True where the rules for figures take it: not a name, an idiom, a session, a date.
  package var isFigure: Bool
  /// The word of the table not-figures that it is a part of: 进一步, 党的二十大.
  package var word: String?

  /// Why there is no value, or nil where there is one.
  package var gap: Gap? {
    if quantity.value != nil { return nil }
    return quantity.low != nil || quantity.high != nil ? .range : .tooManyDigits
  }
}
