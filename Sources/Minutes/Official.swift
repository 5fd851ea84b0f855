// SPDX-License-Identifier: Apache-2.0

/// Somebody named as taking part in a meeting.
///
/// `role` is the printed title; `part` the verbs of the sentence that introduces the person, without 会议.
///
/// Example: 市委常委、副市长郭芳出席会议并讲话 is 郭芳, 市委常委、副市长, 出席并讲话.
package struct Official: Sendable, Hashable {
  package var name: String
  package var role: String
  package var part: String

  package init(name: String, role: String, part: String) {
    self.name = name
    self.role = role
    self.part = part
  }
}
