// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Why a digest that rests on another meeting is told anew: a person took that one away, or let it come back.
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
    /// One of its reports was; others tell of it.
    case forgottenInPart
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

  /// In words, for the digest of `told`; `now` is the date of the meeting that is compared with instead, nil
  /// where there is none. Where the meeting before stayed the same, nothing is said of that.
  func told(of told: Meeting, in voice: Voice, now: String?, isSame: Bool) -> String {
    let phrase: Phrase =
      switch act {
      case .withdrawn: .correctionWithdrawn
      case .returned: .correctionReturned
      case .forgotten: .correctionForgotten
      case .forgottenInPart: .correctionForgottenInPart
      }
    let what =
      isSame
      ? voice(.correctionRested)
      : now.map { voice(.correctionComparedNow, $0) } ?? voice(.correctionComparedNone)
    return voice(phrase, name(for: told), Columns.cut(reason, to: 40), what)
  }

  /// Its date; for a meeting of another place or kind its whole id.
  private func name(for told: Meeting) -> String {
    let (own, other) = (told.id.split(separator: "/"), meeting.split(separator: "/"))
    guard let date = other.last, own.dropLast() == other.dropLast() else { return meeting }
    return String(date)
  }
}
