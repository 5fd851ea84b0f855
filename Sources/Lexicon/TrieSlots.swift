// SPDX-License-Identifier: Apache-2.0

/// The steps of a `WordTrie` behind the first: open addressing over (node, scalar).
///
/// Keys and steps lie apart, so that a look-up that fails, as most do, touches keys only.
struct TrieSlots: Sendable {
  /// Node and scalar in one number; 0 marks a free slot, since the root has a table of its own.
  private var keys = [UInt64](repeating: 0, count: 1 << 10)
  private var steps = [TrieStep](repeating: TrieStep(), count: 1 << 10)

  /// The step from a node by a scalar.
  subscript(node: UInt32, scalar: UInt32) -> TrieStep {
    let key = Self.key(node, scalar)
    let place = place(of: key)
    return keys[place] == key ? steps[place] : TrieStep()
  }

  /// The place of the step from a node by a scalar, made where there is none.
  mutating func place(from node: UInt32, by scalar: UInt32) -> Int {
    let key = Self.key(node, scalar)
    let place = place(of: key)
    keys[place] = key
    return place
  }

  /// The step at a place that `place(from:by:)` gave.
  subscript(place: Int) -> TrieStep {
    get { steps[place] }
    set { steps[place] = newValue }
  }

  var count: Int { keys.count }

  /// Doubles the table.
  mutating func grow() {
    let (oldKeys, oldSteps) = (keys, steps)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    steps = [TrieStep](repeating: TrieStep(), count: oldKeys.count * 2)
    for (old, key) in oldKeys.enumerated() where key != 0 {
      let place = place(of: key)
      (keys[place], steps[place]) = (key, oldSteps[old])
    }
  }

  /// The slot that holds the key, or the free one where it would go.
  private func place(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[place] != 0, keys[place] != key { place = (place + 1) & mask }
    return place
  }

  /// A scalar has 21 bits.
  private static func key(_ node: UInt32, _ scalar: UInt32) -> UInt64 { UInt64(node) << 21 ^ UInt64(scalar) }
}
