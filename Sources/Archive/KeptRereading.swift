// SPDX-License-Identifier: Apache-2.0

/// A document that other rules have read otherwise, and what.
package struct KeptRereading: Sendable, Hashable {
  /// Microseconds since 1970.
  package var at: Int64
  package var sha256: String
  package var name: String
  /// The rules before and after: `1+3f9a…`.
  package var earlier: String
  package var later: String
  /// What is read otherwise; the archive does not look inside.
  package var changes: [UInt8]

  package init(at: Int64, sha256: String, name: String, earlier: String, later: String, changes: [UInt8]) {
    self.at = at
    self.sha256 = sha256
    self.name = name
    self.earlier = earlier
    self.later = later
    self.changes = changes
  }
}
