// SPDX-License-Identifier: Apache-2.0

/// Who has changed something that is kept, when and why.
///
/// Example: root，2026-11-22 08:00：官网已更正.
package struct Attribution: Sendable, Hashable {
  /// The number of the edit, by which it is taken back.
  package var edit: Int64
  /// The account's name.
  package var who: String
  /// As people of this machine write it: 2026-11-22 08:00.
  package var time: String
  /// Empty where none was given.
  package var reason: String

  package init(edit: Int64, who: String, time: String, reason: String) {
    (self.edit, self.who, self.time, self.reason) = (edit, who, time, reason)
  }

  /// In brackets, behind what was done.
  package func told(in voice: Voice) -> String {
    let person = voice(.byPerson, who, time)
    return voice(.bracket, reason.isEmpty ? person : person + voice(.colon) + reason)
  }

  /// The members edit, who, at and reason, which stand beside what was done; all null where nobody did it.
  static func members(_ attribution: Attribution?) -> [(String, JSONValue)] {
    [
      ("edit", attribution.map { .integer(Int($0.edit)) } ?? .null), ("who", .optional(attribution?.who)),
      ("at", .optional(attribution?.time)), ("reason", .optional(attribution?.reason)),
    ]
  }
}
