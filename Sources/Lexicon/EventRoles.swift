// SPDX-License-Identifier: Apache-2.0

/// What words of events.tsv say about a meeting named beside them.
///
/// Example: 召开 holds it, 传达 relays another, 精神 names it for its spirit, 关于 ends what belongs to its name.
package struct EventRoles: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let hold = EventRoles(rawValue: 1)
  package static let bound = EventRoles(rawValue: 1 << 1)
  package static let relay = EventRoles(rawValue: 1 << 2)
  package static let spirit = EventRoles(rawValue: 1 << 3)

  /// The role by its name in the table; none for any other word.
  init(_ row: TableRow) {
    switch row[1] {
    case "hold": self = .hold
    case "bound": self = .bound
    case "relay": self = .relay
    case "spirit": self = .spirit
    default: self = []
    }
  }
}
