// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Which number stands where reports of one meeting contradict each other: the one that arrived first.
///
/// A `conflict` quotes both and calls neither right; until somebody does, what was told once stays told, however
/// full the later report is.
extension Comparer {
  /// Puts the first account's figure in the place of each that a later, fuller account contradicts it with.
  func keepFirst(_ meeting: inout Meeting, _ accounts: [Account]) {
    let order = accounts.indices.sorted { (accounts[$0].arrival, $0) < (accounts[$1].arrival, $1) }
    // The fullest came first: its numbers stand already.
    guard order.first != accounts.startIndex else { return }
    let keyed = KeyedFigures(words: words)
    let sides = order.map { place in
      (place: place, figures: accounts[place].meeting.figures.map { (figure: $0, key: keyed.key(of: $0)) })
    }
    for (place, key) in meeting.figures.map(keyed.key).enumerated() where key.period != nil {
      guard let (owner, first) = Self.first(of: key, in: sides),
        !SameFigure.agree(first.quantity, meeting.figures[place].quantity)
      else { continue }
      var standing = first
      standing.excerpt.document = owner == 0 ? nil : accounts[owner].document.sha256
      meeting.figures[place] = standing
    }
  }

  /// The first figure of a kind and period; nil where the report that has it tells several of them.
  private static func first(
    of key: FigureKey, in sides: [(place: Int, figures: [KeyedFigures.Keyed])]
  ) -> (owner: Int, figure: Figure)? {
    for side in sides {
      let found = side.figures.filter { $0.key.isOfOneKind(with: key) && $0.key.period == key.period }
      if found.isEmpty { continue }
      return found.count == 1 ? (side.place, found[0].figure) : nil
    }
    return nil
  }
}
