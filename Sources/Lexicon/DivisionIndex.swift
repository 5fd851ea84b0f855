// SPDX-License-Identifier: Apache-2.0

/// Finds the words of the divisions by their first two scalars.
///
/// Nearly all text falls out at an empty bucket. The index is two flat arrays (where each bucket starts, and
/// the entries bucket by bucket), filled in one pass: a tenth of the memory and of the time that a trie with
/// its nodes takes.
@usableFromInline
struct DivisionIndex: Sendable {
  /// Which word of which row: 0 is the name, 1 the short name, 2 and more the aliases.
  struct Entry: Sendable {
    var row: UInt32
    var form: UInt8
  }

  private static let buckets = 1 << 13
  private var starts = [UInt32](repeating: 0, count: buckets + 1)
  private var entries: [Entry] = []
  /// The first scalars of all words, and a bit for each hash of the first two: few places need a look into the buckets.
  @usableFromInline var firsts = ScalarSet([])
  @usableFromInline var pairs = [UInt64](repeating: 0, count: 1 << 10)

  init() {}

  /// `firstTwo` gives the first two scalars of an entry's word.
  init(_ words: [Entry], firstTwo: (Entry) -> (UInt32, UInt32)) {
    for word in words {
      let place = Self.place(of: firstTwo(word))
      pairs[place >> 6] |= 1 << UInt64(place & 63)
    }
    let places = words.map { Self.bucket(firstTwo($0)) }
    firsts = ScalarSet(words.map { firstTwo($0).0 })
    for place in places { starts[place + 1] += 1 }
    for place in 1...Self.buckets { starts[place] += starts[place - 1] }
    var next = starts
    entries = [Entry](repeating: Entry(row: 0, form: 0), count: words.count)
    for (word, place) in zip(words, places) {
      entries[Int(next[place])] = word
      next[place] += 1
    }
  }

  /// The entries that may begin with these scalars; each must still be compared.
  subscript(first: UInt32, second: UInt32) -> ArraySlice<Entry> {
    let place = Self.bucket((first, second))
    return entries[Int(starts[place])..<Int(starts[place + 1])]
  }

  /// Whether a word may begin with these scalars.
  @inlinable @inline(__always)
  func mayBegin(with first: UInt32, _ second: UInt32) -> Bool {
    guard firsts.contains(first) else { return false }
    let place = Self.place(of: (first, second))
    return pairs[place >> 6] >> UInt64(place & 63) & 1 != 0
  }

  /// The bit of two scalars in `pairs`.
  @inlinable @inline(__always)
  static func place(of pair: (UInt32, UInt32)) -> Int {
    Int(((pair.0 &* 0x9E37_79B1 ^ pair.1) &* 0x85EB_CA6B) >> 16)
  }

  private static func bucket(_ pair: (UInt32, UInt32)) -> Int {
    let key = UInt64(pair.0) << 21 ^ UInt64(pair.1)
    return Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 40) & (buckets - 1)
  }
}
