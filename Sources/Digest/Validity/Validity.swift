// SPDX-License-Identifier: Apache-2.0

/// Whether what was told may still be quoted: in force, replaced, withdrawn, or its meeting withdrawn; and by
/// whom, when and why, where a person wanted it so.
///
/// The one place that has the words for it: every command, page and object says it alike.
package struct Validity: Sendable, Hashable {
  /// Closed vocabulary of `state` in JSON.
  package enum State: String, Sendable, Hashable, CaseIterable {
    case inForce = "in_force"
    /// Another digest was sent in its place.
    case replaced
    /// The digest is withdrawn; its meeting stays.
    case withdrawn
    /// The meeting is withdrawn, and with it all that was told of it.
    case meetingWithdrawn = "meeting_withdrawn"
  }

  package var state: State
  /// The id of the digest that counts instead; nil where none does.
  package var replacement: String?
  /// The person's act that it rests on; nil where it follows from the files alone.
  package var attribution: Attribution?

  /// Nothing was said against it.
  package static let inForce = Validity(.inForce)

  package init(_ state: State, replacement: String? = nil, attribution: Attribution? = nil) {
    (self.state, self.replacement, self.attribution) = (state, replacement, attribution)
  }

  /// 已由摘要9886ab12取代（root，2026-11-22 08:00：官网已更正）; nil for what is in force.
  package func told(in voice: Voice) -> String? {
    let person = attribution.map { $0.told(in: voice) } ?? ""
    let other = replacement.map { String($0.prefix(8)) }
    switch state {
    case .inForce: return nil
    case .replaced: return voice(.validReplaced, other ?? "", person)
    case .withdrawn:
      return other.map { voice(.validFormer, $0, person) } ?? voice(.validWithdrawn, person)
    case .meetingWithdrawn: return voice(.validMeeting, person)
    }
  }

  /// The same as a note above what was told: 【已撤回（…），请勿再引用】; nil for what is in force.
  package func note(in voice: Voice) -> String? { told(in: voice).map { voice(.validNote, $0) } }

  /// state, replaced_by, edit, who, at, reason.
  package var value: JSONValue {
    .object(
      .init(
        [("state", .string(state.rawValue)), ("replaced_by", .optional(replacement))]
          + Attribution.members(attribution)))
  }
}
