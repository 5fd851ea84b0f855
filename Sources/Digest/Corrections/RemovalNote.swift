// SPDX-License-Identifier: Apache-2.0

/// Why a later digest compares with another meeting than it did: a person took one away, or let it come back.
///
/// Example: 2024-03-08会议已由人工撤出（误传的稿子），改与2023-02-24比较.
package struct RemovalNote: Sendable, Hashable {
  /// What was done with the meeting.
  package enum Act: Sendable, Hashable {
    /// It is kept, and compared with no more.
    case withdrawn
    /// That was taken back.
    case returned
    /// Its report was removed for good.
    case forgotten
  }

  /// The id of the meeting.
  package var meeting: String
  package var act: Act
  package var reason: String

  package init(meeting: String, act: Act, reason: String) {
    self.meeting = meeting
    self.act = act
    self.reason = reason
  }

  /// In words; `now` is the date of the meeting that is compared with instead, nil where there is none.
  func told(in voice: Voice, now: String?) -> String {
    let phrase: Phrase =
      switch act {
      case .withdrawn: .correctionWithdrawn
      case .returned: .correctionReturned
      case .forgotten: .correctionForgotten
      }
    let date = meeting.split(separator: "/").last.map(String.init) ?? meeting
    let what = now.map { voice(.correctionComparedNow, $0) } ?? voice(.correctionComparedNone)
    return voice(phrase, date, Columns.cut(reason, to: 40), what)
  }
}
