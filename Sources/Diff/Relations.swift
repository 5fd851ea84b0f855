// SPDX-License-Identifier: Apache-2.0

package import Minutes

extension Relation {
  /// What a baseline is to a meeting, as far as the two alone tell.
  ///
  /// Of one sector and class, the same place is `previous`, the parent division `superior`, another place of
  /// the level `peer`. Meetings of different classes are only set side by side.
  package static func between(_ meeting: Meeting, and baseline: Meeting) -> Relation {
    guard let here = meeting.jurisdiction, let there = baseline.jurisdiction else { return .chosen }
    guard meeting.isOfClass(of: baseline) else { return .chosen }
    if here.code == there.code { return .previous }
    if here.parent == there.code { return .superior }
    return here.level == there.level ? .peer : .chosen
  }
}

extension Meeting {
  /// The meeting in the other's place, where it does not tell its own and is of the same field.
  ///
  /// For two reports that somebody lays side by side: 全县民政工作会议召开 names no county, and next year's report does.
  package func placed(like other: Meeting) -> Meeting {
    guard jurisdiction == nil, sector != nil, sector == other.sector else { return self }
    var placed = self
    placed.jurisdiction = other.jurisdiction
    return placed
  }
}
