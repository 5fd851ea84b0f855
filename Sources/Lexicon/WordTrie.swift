// SPDX-License-Identifier: Apache-2.0

/// All words of the lexicon, found in a text by one walk from each place.
///
/// A hash trie over Unicode scalars: nearly every scalar of a text fails at the first look-up, which makes it faster
/// here than an automaton over bytes, and its positions are the scalars that spans count.
package struct WordTrie: Sendable {
  /// Which row of which table a word stands in.
  package struct Sense: Sendable, Hashable {
    package var table: TableName
    package var row: Int
  }

  /// A word found in a text: its range in scalars and its senses, in the order of the tables.
  package struct Match: Sendable {
    package var range: Range<Int>
    package var senses: [Sense]
  }

  /// Open addressing over (node, scalar); a slot is free where `next` is 0, since the root is nobody's child.
  private struct Slot {
    var node: UInt32 = 0
    var scalar: UInt32 = 0
    var next: UInt32 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 1 << 10)
  private var nodes: UInt32 = 1
  private var senses: [UInt32: [Sense]] = [:]

  package init() {}

  /// Adds a word; the same word may have many senses.
  package mutating func insert(_ word: String, _ sense: Sense) {
    var node: UInt32 = 0
    for scalar in word.unicodeScalars { node = child(of: node, scalar.value) ?? add(node, scalar.value) }
    senses[node, default: []].append(sense)
  }

  /// Calls `body` for each word that begins at `start`, shortest first.
  package func forEachMatch(in text: [UInt32], at start: Int, _ body: (Match) -> Void) {
    var node: UInt32 = 0
    var place = start
    while place < text.count, let next = child(of: node, text[place]) {
      node = next
      place += 1
      if let found = senses[node] { body(Match(range: start..<place, senses: found)) }
    }
  }

  /// The longest word of `table` that begins at `start`, with its row, or nil.
  package func longest(of table: TableName, in text: [UInt32], at start: Int) -> (range: Range<Int>, row: Int)? {
    var best: (range: Range<Int>, row: Int)?
    forEachMatch(in: text, at: start) { match in
      if let sense = match.senses.first(where: { $0.table == table }) { best = (match.range, sense.row) }
    }
    return best
  }

  private func child(of node: UInt32, _ scalar: UInt32) -> UInt32? {
    let slot = slots[place(of: node, scalar)]
    return slot.next == 0 ? nil : slot.next
  }

  /// The slot that holds the pair, or the free one where it would go.
  private func place(of node: UInt32, _ scalar: UInt32) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: (UInt64(node) << 21 ^ UInt64(scalar)) &* 0x9E37_79B9_7F4A_7C15 >> 32) & mask
    while slots[place].next != 0, slots[place].node != node || slots[place].scalar != scalar {
      place = (place + 1) & mask
    }
    return place
  }

  private mutating func add(_ node: UInt32, _ scalar: UInt32) -> UInt32 {
    if Int(nodes) * 2 > slots.count { grow() }
    let new = nodes
    nodes += 1
    slots[place(of: node, scalar)] = Slot(node: node, scalar: scalar, next: new)
    return new
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.next != 0 { slots[place(of: slot.node, slot.scalar)] = slot }
  }
}
