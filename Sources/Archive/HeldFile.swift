// SPDX-License-Identifier: Apache-2.0

/// An arrival that is on hold: read, and told only when somebody releases it or its time has come.
package struct HeldFile: Sendable, Hashable {
  /// One of the meetings that it tells of, as far as a list shows them.
  package struct Meeting: Sendable, Hashable, Codable {
    package var id: String
    package var title: String?
    /// The jurisdiction's full name.
    package var place: String?
    package var kind: String
    package var date: String?
    package var priorities: Int
    package var figures: Int

    package init(
      id: String, title: String?, place: String?, kind: String, date: String?, priorities: Int, figures: Int
    ) {
      self.id = id
      self.title = title
      self.place = place
      self.kind = kind
      self.date = date
      self.priorities = priorities
      self.figures = figures
    }
  }

  package var arrival: Arrival
  /// When it was taken, in microseconds since 1970.
  package var taken: Int64
  /// When it is told by itself, in microseconds since 1970; nil waits for a person.
  package var release: Int64?
  /// False until it was read.
  package var isRead: Bool
  package var meetings: [Meeting]
  /// Why it will be refused, where reading found so; the raw value of the reason.
  package var reason: String?
}
