// SPDX-License-Identifier: Apache-2.0

/// What cleaning asks of the world about characters: closures, so that reading stays pure.
///
/// Both are asked only where a text shows the damage, at most once a document.
package struct CharacterTables {
  /// The simplified forms of a traditional text's characters, one to one.
  package var simplify: (Set<UInt32>) -> [UInt32: UInt32]
  /// GBK's two-byte plane, 191 scalars (trail bytes 40 … FE) to each lead byte from 81 on, 0 for none; empty
  /// where it is not to be had, and slipped bytes stay lost.
  package var gbkPlane: () -> [UInt32]

  package init(
    simplify: @escaping (Set<UInt32>) -> [UInt32: UInt32] = { _ in [:] },
    gbkPlane: @escaping () -> [UInt32] = { [] }
  ) {
    self.simplify = simplify
    self.gbkPlane = gbkPlane
  }
}
