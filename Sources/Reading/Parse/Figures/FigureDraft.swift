// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// A figure before its words are lifted out of the text.
struct FigureDraft {
  var quote: Range<Int>
  var indicator: String
  var quantity: Quantity
  var aspect: Figure.Aspect
  var period: Period?
  var comparedTo: Period?
  var naming: Naming

  /// Where the indicator's name was found; the further away, the less sure.
  enum Naming: String {
    /// Right before or after the number.
    case own
    /// Put together with a name from before: its share, its growth, a part of it.
    case composed
    /// Left out in the clause and taken from the figure before.
    case elided
    /// Taken from a clause that holds no figure.
    case remote
  }
}
