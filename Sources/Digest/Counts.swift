// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

/// The counts of a digest, under its first relation: the fields MINUTED_ADDED, MINUTED_DROPPED ….
///
/// Priorities are counted by links, so a merger is one; a priority that kept its words and moved is counted
/// as kept and as moved.
package struct Counts: Sendable, Hashable {
  package var added = 0
  package var returned = 0
  package var dropped = 0
  /// Those of `dropped` that a short or damaged text may only have no room for.
  package var unnamed = 0
  package var reworded = 0
  package var moved = 0
  package var merged = 0
  package var split = 0
  package var kept = 0
  package var figuresChanged = 0
  package var met = 0
  /// Those that are surely missed; what is 待核 is not counted.
  package var missed = 0
  package var notDue = 0
  package var unreported = 0

  /// Counts a digest's changes to tasks and figures, leaving aside those of other relations than its first.
  package init(_ digest: MeetingDigest) {
    let relation = digest.primary.relation
    let reworded = Set(
      digest.changes(.reworded, of: relation, about: .priority).map { $0.to.compactMap(\.rank) })
    for change in digest.changes where change.relation == relation {
      switch change.subject {
      case .priority: count(change, isReworded: reworded.contains(change.to.compactMap(\.rank)))
      case .figure: countFigure(change)
      case .formulation, .leader, .length: break
      }
    }
  }

  private mutating func count(_ change: Change, isReworded: Bool) {
    switch change.kind {
    case .newItem, .firstEver, .uptakeLocal, .peerOnly: added += 1
    case .returned: returned += 1
    case .dropped, .uptakeMissing:
      dropped += 1
      if change.confidence == .low { unnamed += 1 }
    case .reworded: reworded += 1
    case .rankUp, .rankDown:
      moved += 1
      if !isReworded { kept += 1 }
    case .merged: merged += 1
    case .split: split += 1
    case .kept, .uptake: kept += 1
    case .strengthUp, .strengthDown, .peerAhead, .peerLack, .leader, .figureUp, .figureDown, .figureSame,
      .targetUp,
      .targetDown, .targetSame, .met, .missed, .notDue, .unreported, .figureNew, .figureGone, .revised,
      .modifier, .incomparable, .newTerm, .lostTerm, .freqUp, .freqDown, .length, .structure:
      break
    }
  }

  private mutating func countFigure(_ change: Change) {
    switch change.kind {
    case .figureUp, .figureDown, .revised, .targetUp, .targetDown: figuresChanged += 1
    case .met: met += 1
    case .missed: if change.confidence != .low { missed += 1 }
    case .notDue: notDue += 1
    case .unreported: unreported += 1
    case .newItem, .firstEver, .dropped, .returned, .kept, .reworded, .strengthUp, .strengthDown, .rankUp,
      .rankDown,
      .merged, .split, .peerAhead, .peerOnly, .peerLack, .uptake, .uptakeMissing, .uptakeLocal, .leader,
      .figureSame,
      .targetSame, .figureNew, .figureGone, .modifier, .incomparable, .newTerm, .lostTerm, .freqUp, .freqDown,
      .length,
      .structure:
      break
    }
  }
}
