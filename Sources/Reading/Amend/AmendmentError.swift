// SPDX-License-Identifier: Apache-2.0

/// Why what a person wrote cannot stand in a field: what is wrong, and what to write.
package struct AmendmentError: Error, Sendable, Hashable, CustomStringConvertible {
  package var what: String
  package var hint: String

  package var description: String { "\(what); \(hint)" }
}
