// SPDX-License-Identifier: Apache-2.0

/// What one document says of one meeting (记述).
///
/// A meeting that three papers report has three accounts. Apart they can be set against one another; together
/// they make the meeting's record.
package struct Account: Sendable, Hashable {
  package var document: Document
  package var meeting: Meeting
  /// Its place among all arrivals: of two that contradict each other the first one's number stays.
  package var arrival: Int

  package init(document: Document, meeting: Meeting, arrival: Int = 0) {
    self.arrival = arrival
    self.document = document
    self.meeting = meeting
  }
}
