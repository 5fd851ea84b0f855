// SPDX-License-Identifier: Apache-2.0

/// A set of Unicode scalars that is asked at every place of a text: two loads, where a `Set` hashes.
///
/// Public, and not package as all else: only public code is inlined into other modules.
///
/// Example: `ScalarSet("，。；")` holds the marks that end a clause.
public struct ScalarSet: Sendable {
  /// 256 bits for each page of scalars that has members; page 0 is empty and stands for all others.
  @usableFromInline var bits: [UInt64] = [0, 0, 0, 0]
  @usableFromInline var pages = [UInt8](repeating: 0, count: 0x100)

  package init(_ members: some Sequence<UInt32>) {
    for member in members { insert(member) }
  }

  /// The scalars of a string.
  package init(_ members: String) { self.init(members.unicodeScalars.lazy.map(\.value)) }

  /// Whether a scalar is a member; members lie in the basic plane, below U+10000.
  @inlinable @inline(__always)
  public func contains(_ scalar: UInt32) -> Bool {
    guard scalar < 0x10000 else { return false }
    let word = bits[Int(pages[Int(scalar >> 8)]) << 2 | Int(scalar >> 6 & 3)]
    return word >> UInt64(scalar & 63) & 1 != 0
  }

  /// Adds a scalar; one above the basic plane is left out, and so is the 256th page.
  private mutating func insert(_ scalar: UInt32) {
    guard scalar < 0x10000 else { return }
    let page = Int(scalar >> 8)
    if pages[page] == 0 {
      guard let new = UInt8(exactly: bits.count >> 2) else { return }
      pages[page] = new
      bits += [0, 0, 0, 0]
    }
    bits[Int(pages[page]) << 2 | Int(scalar >> 6 & 3)] |= 1 << UInt64(scalar & 63)
  }
}
