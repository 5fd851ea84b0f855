// SPDX-License-Identifier: Apache-2.0

/// A meeting's name as it stands in a text.
///
/// Example: 2023年全市民政工作会议 has the year 2023 and the kind 民政工作会议.
struct MeetingName {
  /// The kind: the words after place, year and scope.
  var kind: Range<Int>
  /// Where the kind's last words stand, 工作会议, and their row in the table `kinds`.
  var suffix: Range<Int>
  var row: Int
  /// All that may belong to the name, place and year included.
  var whole: Range<Int>
  var year: Int?
  /// How sure it is that the text tells of this meeting rather than names it: see `MeetingNameFinder`.
  var score = 0
}
