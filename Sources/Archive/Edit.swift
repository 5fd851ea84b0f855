// SPDX-License-Identifier: Apache-2.0

/// Something that a person has asked of minuted and that changed what it keeps: who, when, what and why.
///
/// Edits are never removed; one that was taken back says by which.
package struct Edit: Sendable, Hashable {
  /// Its number, by which it is taken back; 0 until it is kept.
  package var id: Int64 = 0
  /// Microseconds since 1970.
  package var at: Int64
  package var uid: UInt32
  /// The account's name at that time, or its number where it had none.
  package var who: String
  /// The verb of the control socket, such as `withdraw`.
  package var verb: String
  /// What it is about: a meeting, a digest, an entry, a file. Empty where it is about all.
  package var target: String
  /// The verb's other words.
  package var content: [String: String]
  package var reason: String
  /// The edit that took this one back.
  package var undone: Int64?

  /// The hashes of the documents that it has removed for good; empty for what is no such edit.
  package var documents: [String] {
    verb == "forget" ? (content["documents"] ?? "").split(separator: " ").map(String.init) : []
  }

  package init(
    at: Int64, uid: UInt32, who: String, verb: String, target: String, content: [String: String] = [:],
    reason: String = ""
  ) {
    self.at = at
    self.uid = uid
    self.who = who
    self.verb = verb
    self.target = target
    self.content = content
    self.reason = reason
  }
}
