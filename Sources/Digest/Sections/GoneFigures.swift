// SPDX-License-Identifier: Apache-2.0

package import Diff
internal import Minutes

extension MeetingDigest {
  /// The results that the report before told and this one does not, as far as that is meant.
  ///
  /// A much shorter text leaves figures out without meaning it: it has none.
  package var goneFigures: [Change] {
    guard let before = predecessor?.meeting, meeting.length * 100 >= before.length * 75 else { return [] }
    return changes(.figureGone).filter {
      ($0.relation == .previous || $0.relation == .chosen) && $0.figures?.from?.aspect != .target
        && $0.confidence != .low
    }
  }
}

extension Change {
  /// True for a target that another report than the last one set.
  package var isOfOlderTarget: Bool { rule == "open-targets" && relation == .previous }
}
