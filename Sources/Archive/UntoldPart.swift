// SPDX-License-Identifier: Apache-2.0

/// A meeting of a document that was read and is still to be told.
package struct UntoldPart: Sendable, Hashable {
  package var arrival: Int64
  package var sha256: String
  /// Which meeting of the document, from 1; 0 for a document without any.
  package var part: Int
  /// How often its arrival was begun without an end.
  package var attempts: Int
}
