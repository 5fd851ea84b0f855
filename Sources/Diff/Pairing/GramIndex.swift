// SPDX-License-Identifier: Apache-2.0

/// Numbers grams in the order of their first appearance.
///
/// A table with open addressing instead of a Dictionary: a comparison asks it some six thousand times, and
/// hashing that withstands an attacker would be most of the cost. Keys are whole, so that no two grams are
/// ever taken for one; what a hostile text can do is make a few look-ups longer.
struct GramIndex {
  private var keys: [(letters: UInt64, first: UInt64)] = []
  /// One more than a key's number, by the key's place in the table; 0 is empty.
  private var slots = [Int32](repeating: 0, count: 1 << 13)

  /// How many grams there are.
  var count: Int { keys.count }

  /// The number of the gram of these letters, 21 bits each; a fourth letter stands apart.
  mutating func number(_ letters: UInt64, _ first: UInt64) -> Int32 {
    if keys.count * 2 >= slots.count { grow() }
    var place = Self.place(letters, first, slots.count)
    while slots[place] > 0 {
      let key = keys[Int(slots[place]) - 1]
      if key.letters == letters, key.first == first { return slots[place] - 1 }
      place = (place + 1) & (slots.count - 1)
    }
    keys.append((letters, first))
    slots[place] = Int32(keys.count)
    return Int32(keys.count - 1)
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for (number, key) in keys.enumerated() {
      var place = Self.place(key.letters, key.first, slots.count)
      while slots[place] > 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = Int32(number + 1)
    }
  }

  /// Multiplication by an odd constant spreads neighbouring letters over the table; its high bits are the
  /// best.
  private static func place(_ letters: UInt64, _ first: UInt64, _ size: Int) -> Int {
    let mixed = (letters ^ (first &* 0xff51_afd7_ed55_8ccd)) &* 0x9e37_79b9_7f4a_7c15
    return Int(mixed >> 32) & (size - 1)
  }
}
