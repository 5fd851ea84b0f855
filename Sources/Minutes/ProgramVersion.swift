// SPDX-License-Identifier: Apache-2.0

/// Which minuted this is.
package enum ProgramVersion {
  /// As the package calls it; an archive remembers which have written it.
  package static let current = "0.1.0"
}
