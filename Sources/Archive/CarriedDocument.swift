// SPDX-License-Identifier: Apache-2.0
package import Minutes

/// A document of an archive as it came: what another machine is handed to read it again.
package struct CarriedDocument: Sendable, Hashable {
  /// The name that it arrived under.
  package var name: String
  package var sha256: String
  package var provenance: Provenance
}
