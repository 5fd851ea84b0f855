// SPDX-License-Identifier: Apache-2.0

package import Minutes

extension Relation {
  /// What a baseline is to a meeting, as far as the two alone tell.
  ///
  /// The same place and class is `previous`, the parent division `superior`, another place of the level
  /// `peer`. Where one of the two does not tell its place, whoever lays them side by side says that it is one place, if
  /// field and class are one.
  package static func between(_ meeting: Meeting, and baseline: Meeting) -> Relation {
    guard let here = meeting.jurisdiction, let there = baseline.jurisdiction else {
      let isOneSeries = meeting.sector == baseline.sector && meeting.category == baseline.category
      let isKnown = meeting.jurisdiction != nil || baseline.jurisdiction != nil
      return isKnown && isOneSeries && meeting.sector != nil ? .previous : .chosen
    }
    guard meeting.sector == baseline.sector else { return .chosen }
    if here.code == there.code { return meeting.category == baseline.category ? .previous : .chosen }
    if here.parent == there.code { return .superior }
    return here.level == there.level ? .peer : .chosen
  }
}
