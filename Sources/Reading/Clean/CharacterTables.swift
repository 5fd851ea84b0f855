// SPDX-License-Identifier: Apache-2.0

/// What cleaning asks of the world about characters: closures, so that reading stays pure.
///
/// Both are asked only where a text shows the damage, and what they answer is kept: a second damaged document asks for
/// nothing that the first has asked for. Hence a class, for one reader after the other, not for several at once.
package final class CharacterTables {
  private let simplify: (Set<UInt32>) -> [UInt32: UInt32]?
  private let gbkPlane: () -> [UInt32]
  /// The simplified form of every character asked for so far, itself where it has none.
  private var forms = ScalarMap()

  /// GBK's pairs of bytes.
  private(set) lazy var pairs = BytePairs(plane: gbkPlane())

  /// `simplify` gives the simplified forms of a traditional text's characters, one to one, or nil where they are not to
  /// be had now; `gbkPlane` GBK's two-byte
  /// plane, 191 scalars (trail bytes 40 … FE) to each lead byte from 81 on, 0 for none. It is empty where it is not
  /// to be had, and slipped bytes stay lost.
  package init(
    simplify: @escaping (Set<UInt32>) -> [UInt32: UInt32]? = { _ in [:] },
    gbkPlane: @escaping () -> [UInt32] = { [] }
  ) {
    self.simplify = simplify
    self.gbkPlane = gbkPlane
  }

  /// The text with the simplified form of each Han character that has one.
  func simplified(_ scalars: [UInt32]) -> [UInt32] {
    var simple = scalars
    var unknown: Set<UInt32> = []
    for (place, scalar) in scalars.enumerated() where scalar.isHan {
      let form = forms[scalar]
      if form != 0 { simple[place] = form } else { unknown.insert(scalar) }
    }
    guard !unknown.isEmpty, let found = simplify(unknown) else { return simple }
    for scalar in unknown { forms[scalar] = found[scalar] ?? scalar }
    return simplified(scalars)
  }
}
