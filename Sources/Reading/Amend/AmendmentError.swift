// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// Why what a person wrote cannot stand in a field: what is wrong, and what to write.
package struct AmendmentError: Error, Sendable, Hashable, CustomStringConvertible {
  package var what: Saying
  package var hint: Saying

  package var description: String { "\(what.english); \(hint.english)" }
}
