// SPDX-License-Identifier: Apache-2.0

/// What is known of the bytes that arrived, before anything is read (文件).
///
/// `name` is for people: bytes that are no UTF-8 stand percent-escaped. `sha256` is in lower-case hex.
package struct Document: Sendable, Hashable {
  package var name: String
  package var sha256: String
  package var provenance: Provenance

  package init(name: String, sha256: String, provenance: Provenance = .report) {
    self.name = name
    self.sha256 = sha256
    self.provenance = provenance
  }
}
