// SPDX-License-Identifier: Apache-2.0

package import Diff
internal import FoundationEssentials
internal import Minutes

/// How much a change weighs for a reader: the one file where that is decided.
///
/// High ones are told with PRIORITY=5. What is of low confidence weighs one step less, for a text that is
/// short or damaged may be silent without meaning it.
package enum Weight: String, Sendable, Hashable, CaseIterable, Comparable {
  case low, medium, high

  package static func < (a: Self, b: Self) -> Bool { a.place < b.place }

  private var place: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }

  /// The weight of a change.
  package init(_ change: Change) {
    if change.isMarked {
      self = .low
      return
    }
    let plain = Self.of(change)
    self = change.confidence == .low ? (plain == .high ? .medium : .low) : plain
  }

  /// A name or an indicator's new word weighs less than a task of the same kind.
  private static func of(_ change: Change) -> Weight {
    if isFormula(change) { return .low }
    // A text of two thirds of the length leaves things out; another place's meeting was not followed.
    if change.kind == .dropped, change.confidence != .high { return .medium }
    if change.relation == .chosen, of(change.kind) == .high, change.subject == .priority { return .medium }
    return switch (change.subject, change.kind) {
    case (.formulation, .uptakeMissing), (.formulation, .newTerm), (.formulation, .firstEver): .medium
    case (.figure, .returned): .medium
    case (.figure, .uptakeMissing): .low
    case (.formulation, _), (.figure, .reworded): .low
    case (.priority, _), (.figure, _), (.leader, _), (.length, _): of(change.kind)
    }
  }

  /// True where only standing formulae (套话) of a head changed: 着力推进养老服务 and 持续做好养老服务 are one thing to a
  /// reader.
  private static func isFormula(_ change: Change) -> Bool {
    guard change.subject == .priority, change.kind == .reworded else { return false }
    guard let old = change.from.first?.name, let new = change.to.first?.name else { return false }
    return old == new
  }

  private static func of(_ kind: Change.Kind) -> Weight {
    switch kind {
    case .newItem, .firstEver, .dropped, .returned, .missed, .revised, .uptakeMissing: .high
    case .merged, .split, .reworded, .rankUp, .rankDown, .strengthUp, .strengthDown, .met, .unreported,
      .leader,
      .targetUp, .targetDown, .figureUp, .figureDown, .newTerm, .peerOnly, .peerAhead:
      .medium
    case .kept, .figureSame, .targetSame, .notDue, .figureNew, .figureGone, .modifier, .incomparable,
      .lostTerm, .freqUp,
      .freqDown, .structure, .length, .uptake, .uptakeLocal, .peerLack:
      .low
    }
  }

  /// Which rows stay longest where a digest is too long; what readers look for first is highest.
  static func keep(_ kind: Change.Kind) -> Int {
    switch kind {
    case .missed, .dropped, .newItem, .firstEver, .returned: 90
    case .revised, .uptakeMissing: 85
    case .merged, .split: 80
    case .rankUp, .rankDown, .peerOnly: 75
    case .met, .unreported: 70
    case .targetDown, .targetUp: 65
    case .uptake, .notDue: 60
    case .reworded, .strengthUp, .strengthDown: 55
    case .figureUp, .figureDown, .leader: 50
    case .peerLack, .peerAhead, .uptakeLocal: 45
    case .newTerm, .targetSame: 40
    case .kept: 52
    case .figureSame, .figureNew, .figureGone, .modifier, .incomparable, .lostTerm, .freqUp, .freqDown,
      .length,
      .structure:
      30
    }
  }
}
