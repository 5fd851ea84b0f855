// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// What one report says of a figure, or a person has said of it, to be laid beside what others say.
///
/// What was put right is the same figure as what the rules read there, in whatever report: so it is looked for
/// under what they read too.
struct FigureClaim {
  var slot: Meeting.FigureSlot
  /// The keys of what it says, and of what the rules read where a person has put it right.
  private let sides: [(key: FigureKey, figure: Figure)]

  init(_ slot: Meeting.FigureSlot, _ keyed: KeyedFigures) {
    self.slot = slot
    let figures = slot.figure.original == nil ? [slot.figure] : [slot.figure, slot.figure.asRead]
    sides = figures.map { (keyed.key(of: $0), $0) }
  }

  /// Where the same figure stands; of several the one with the number that the rules read in both.
  func place(among claims: [FigureClaim]) -> Int? {
    guard let first = claims.firstIndex(where: { $0.isSame(as: self) }) else { return nil }
    guard slot.isByHand else { return first }
    return claims[first...].firstIndex { $0.isSame(as: self) && $0.isReadAlike(self) } ?? first
  }

  /// True where one adds nothing to the other. What was taken out is the same only as its own number.
  func isSame(as other: FigureClaim) -> Bool {
    if slot.isRemoved || other.slot.isRemoved, !isReadAlike(other) { return false }
    return sides.contains { mine in
      other.sides.contains { SameFigure.tells(mine.key, mine.figure, $0.key, $0.figure) }
    }
  }

  /// True where the rules read one number in both.
  private func isReadAlike(_ other: FigureClaim) -> Bool {
    SameFigure.agree(slot.figure.asRead.quantity, other.slot.figure.asRead.quantity)
  }

  /// True where it is what a person has put right, and the other says what cannot be right beside it.
  func contradicts(_ other: FigureClaim) -> Bool {
    guard slot.isByHand, !other.slot.isByHand, isSame(as: other) else { return false }
    return slot.isRemoved || !SameFigure.agree(slot.figure.quantity, other.slot.figure.quantity)
  }
}
