// SPDX-License-Identifier: Apache-2.0

package import Diff
internal import Minutes

/// One or two words for what a change is, as a mark beside a task or a figure.
extension Voice {
  /// 新增, 不再提, 前移, 完成 …: without regard to the things themselves, but with that to how sure it is.
  package func label(_ change: Change, in digest: MeetingDigest) -> String {
    Self.phrase(change, digest.isOnlyBeside).map { self($0) } ?? ""
  }

  private static func phrase(_ change: Change, _ isBeside: Bool) -> Phrase? {
    let isUnsure = change.confidence == .low
    return switch change.kind {
    case .newItem, .firstEver: isBeside ? .hereAlone : change.subject == .figure ? .newTarget : .added
    case .returned: change.subject == .figure ? .setAgain : .returned
    case .dropped: isBeside ? .thereAlone : isUnsure ? .unnamed : .dropped
    case .kept: .kept
    case .reworded: .reworded
    case .strengthUp, .strengthDown: .strength
    case .rankUp: .up
    case .rankDown: .down
    case .merged: .merged
    case .split: .split
    case .uptake: .taken
    case .uptakeMissing, .peerLack: .missing
    case .uptakeLocal: .local
    case .peerOnly: .only
    case .peerAhead: .saidFirst
    case .met: change.figures?.note == .metEarly ? .noteEarly : .met
    case .missed: isUnsure ? .doubtful : .missed
    case .unreported: isUnsure ? .unnamed : .silentTargets
    case .notDue: .open
    case .targetUp: .raised
    case .targetDown: .lowered
    case .figureUp: .rose
    case .figureDown: .fell
    case .figureSame, .targetSame: .flat
    case .figureNew: change.figures?.to?.aspect == .target ? .newTarget : .hereAlone
    case .figureGone: .gone
    case .revised: .revised
    case .incomparable: .incomparable
    case .leader, .modifier, .newTerm, .lostTerm, .freqUp, .freqDown, .length, .structure: nil
    }
  }
}
