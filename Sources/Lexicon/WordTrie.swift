// SPDX-License-Identifier: Apache-2.0

/// All words of the lexicon, found in a text by one walk from each place.
///
/// A hash trie over Unicode scalars: nearly every scalar of a text fails at the first look-up, which makes it faster
/// here than an automaton over bytes, and its positions are the scalars that spans count. Stages ask for one table
/// each, so every step knows which tables have a word at its end or further on: a walk stops where its table does.
package struct WordTrie: Sendable {
  /// Which row of which table a word stands in.
  package struct Sense: Sendable, Hashable {
    package let table: TableName
    private let place: UInt32

    package var row: Int { Int(place) }

    package init(table: TableName, row: Int) {
      self.table = table
      place = UInt32(row)
    }
  }

  /// From a node by one scalar: the node there, 0 for none, and the tables with a word there or below, a bit each.
  private struct Step {
    var next: UInt32 = 0
    var tables: UInt32 = 0
  }

  /// Open addressing over (node, scalar); a slot is free where its step leads nowhere.
  private struct Slot {
    var node: UInt32 = 0
    var scalar: UInt32 = 0
    var step = Step()
  }

  /// First scalars by page and place in it: most look-ups end here, with two loads. Page 0 is empty.
  private var pages = [UInt16](repeating: 0, count: 0x1100)
  private var firsts = [Step](repeating: Step(), count: 0x100)
  private var slots = [Slot](repeating: Slot(), count: 1 << 10)
  private var nodes: UInt32 = 1
  /// The senses of all words, node by node, and where those of each node begin.
  private var senses: [Sense] = []
  private var starts: [UInt32] = [0, 0]

  /// The same word may have many senses, but one in a table.
  package init(_ words: [(word: String, sense: Sense)] = []) {
    let ends = words.map { add($0.word, $0.sense.table.bit) }
    starts = [UInt32](repeating: 0, count: Int(nodes) + 1)
    for end in ends { starts[Int(end) + 1] += 1 }
    for node in 1..<starts.count { starts[node] += starts[node - 1] }
    var free = starts
    senses = [Sense](repeating: Sense(table: .agenda, row: 0), count: words.count)
    for (end, word) in zip(ends, words) {
      senses[Int(free[Int(end)])] = word.sense
      free[Int(end)] += 1
    }
  }

  /// Calls `body` with range and row of each word of `table` that begins at `start`, shortest first.
  @inline(__always)
  package func forEachMatch(
    of table: TableName, in text: [UInt32], at start: Int, _ body: (_ range: Range<Int>, _ row: Int) -> Void
  ) {
    guard start < text.count else { return }
    let bit = table.bit
    var step = first(text[start])
    var place = start + 1
    while step.tables & bit != 0 {
      if let row = row(of: table, at: step.next) { body(start..<place, row) }
      guard place < text.count else { return }
      step = slots[slot(of: step.next, text[place])].step
      place += 1
    }
  }

  /// The longest word of `table` that begins at `start`, with its row, or nil.
  package func longest(of table: TableName, in text: [UInt32], at start: Int) -> (
    range: Range<Int>, row: Int
  )? {
    var best: (range: Range<Int>, row: Int)?
    forEachMatch(of: table, in: text, at: start) { best = ($0, $1) }
    return best
  }

  /// The row of `table` that a node's word stands in, or nil where its word is no word of the table.
  private func row(of table: TableName, at node: UInt32) -> Int? {
    for place in starts[Int(node)]..<starts[Int(node) + 1] where senses[Int(place)].table == table {
      return senses[Int(place)].row
    }
    return nil
  }

  private func first(_ scalar: UInt32) -> Step {
    scalar < 0x110000 ? firsts[Int(pages[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)] : Step()
  }

  /// The slot that holds the pair, or the free one where it would go.
  private func slot(of node: UInt32, _ scalar: UInt32) -> Int {
    let mask = slots.count - 1
    var place =
      Int(truncatingIfNeeded: (UInt64(node) << 21 ^ UInt64(scalar)) &* 0x9E37_79B9_7F4A_7C15 >> 32) & mask
    while slots[place].step.next != 0, slots[place].node != node || slots[place].scalar != scalar {
      place = (place + 1) & mask
    }
    return place
  }
}

// MARK: Building

extension WordTrie {
  /// Adds the steps of a word, and tells the node where it ends.
  private mutating func add(_ word: String, _ tables: UInt32) -> UInt32 {
    var node: UInt32 = 0
    for scalar in word.unicodeScalars {
      node = node == 0 ? addFirst(scalar.value, tables) : add(node, scalar.value, tables)
    }
    return node
  }

  private mutating func addFirst(_ scalar: UInt32, _ tables: UInt32) -> UInt32 {
    let page = Int(scalar >> 8)
    if pages[page] == 0 {
      pages[page] = UInt16(firsts.count >> 8)
      firsts += [Step](repeating: Step(), count: 0x100)
    }
    return Self.extend(&firsts[Int(pages[page]) << 8 | Int(scalar & 0xFF)], tables, &nodes)
  }

  private mutating func add(_ node: UInt32, _ scalar: UInt32, _ tables: UInt32) -> UInt32 {
    if Int(nodes) * 2 > slots.count { grow() }
    let place = slot(of: node, scalar)
    (slots[place].node, slots[place].scalar) = (node, scalar)
    return Self.extend(&slots[place].step, tables, &nodes)
  }

  private static func extend(_ step: inout Step, _ tables: UInt32, _ nodes: inout UInt32) -> UInt32 {
    if step.next == 0 {
      step.next = nodes
      nodes += 1
    }
    step.tables |= tables
    return step.next
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for held in old where held.step.next != 0 { slots[slot(of: held.node, held.scalar)] = held }
  }
}
