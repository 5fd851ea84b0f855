// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// Names a meeting of the archive: the real, the paraphrased and the invented telling of one are kept apart.
package struct MeetingKey: Sendable, Hashable, Comparable {
  package var id: String
  package var provenance: Provenance

  package init(id: String, provenance: Provenance) {
    self.id = id
    self.provenance = provenance
  }

  package static func < (a: Self, b: Self) -> Bool {
    (a.id, a.provenance.rawValue) < (b.id, b.provenance.rawValue)
  }
}
