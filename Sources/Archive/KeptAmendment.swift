// SPDX-License-Identifier: Apache-2.0
package import Minutes

/// An amendment with its edit and what the present rules read of it.
package struct KeptAmendment: Sendable, Hashable {
  package var id: Int64
  /// The number of the edit that it belongs to.
  package var edit: Int64
  package var amendment: Amendment
  package var standing: Amendment.Standing
  /// What the rules read now, where that is not what they read before.
  package var found: String?
}
