// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import Minutes

/// Whether two reports of one meeting give the same figure, and whether they agree on its value.
enum SameFigure {
  /// True where the second adds nothing to the first: the same indicator and period, or the same number in
  /// like words.
  static func tells(_ a: FigureKey, _ one: Figure, _ b: FigureKey, _ other: Figure) -> Bool {
    if a.isOfOneKind(with: b), a.period == nil || b.period == nil || a.period == b.period { return true }
    return a.isTarget == b.isTarget && a.countsAlike(b) && !a.contradicts(b)
      && agree(one.quantity, other.quantity) && a.likeness(b) > Thresholds.indicator
  }

  /// True where both can be right: one may be rounded (41.9万 and 419,312) or only a bound (超过41万).
  static func agree(_ a: Quantity, _ b: Quantity) -> Bool {
    guard let x = a.value, let y = b.value else { return true }
    let gap = abs(x - y)
    if gap == 0 { return true }
    let isLoose = a.qualifier != .exact || b.qualifier != .exact
    return gap < max(step(a), step(b)) || isLoose && gap * 20 <= max(abs(x), abs(y))
  }

  /// What the last printed digit is worth: 1,000 of 41.9万, 1 of 14,050.
  private static func step(_ quantity: Quantity) -> Decimal {
    guard let value = quantity.value else { return 1 }
    let scale = Decimal(sign: .plus, exponent: quantity.multiplier, significand: 1)
    let printed = value / scale
    return Decimal(sign: .plus, exponent: quantity.multiplier + min(0, printed.exponent), significand: 1)
  }
}
