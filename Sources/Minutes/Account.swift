// SPDX-License-Identifier: Apache-2.0

/// What one document says of one meeting (记述).
///
/// A meeting that three papers report has three accounts. Apart they can be set against one another; together
/// they make the meeting's record.
package struct Account: Sendable, Hashable {
  package var document: Document
  package var meeting: Meeting

  package init(document: Document, meeting: Meeting) {
    self.document = document
    self.meeting = meeting
  }
}
