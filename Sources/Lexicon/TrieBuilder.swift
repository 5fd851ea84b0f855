// SPDX-License-Identifier: Apache-2.0

/// Puts the words of a `WordTrie` together.
struct TrieBuilder {
  private(set) var pages = [UInt16](repeating: 0, count: 0x1100)
  private(set) var firsts = [TrieStep](repeating: TrieStep(), count: 0x100)
  private(set) var pairs = [UInt32](repeating: 0, count: 1 << 14)
  private(set) var slots = TrieSlots()
  private(set) var nodes: UInt32 = 1

  /// Adds the steps of a word, and tells the node where it ends.
  mutating func add(_ word: String, _ tables: UInt32) -> UInt32 {
    var node: UInt32 = 0
    var scalars = word.unicodeScalars.makeIterator()
    guard let first = scalars.next()?.value else { return node }
    node = addFirst(first, tables)
    guard let second = scalars.next()?.value else {
      firsts[place(of: first)].ends |= tables
      return node
    }
    pairs[WordTrie.place(of: first, second)] |= tables
    var last = step(from: node, by: second, tables)
    while let scalar = scalars.next() { last = step(from: slots[last].next, by: scalar.value, tables) }
    slots[last].ends |= tables
    return slots[last].next
  }

  private mutating func addFirst(_ scalar: UInt32, _ tables: UInt32) -> UInt32 {
    let page = Int(scalar >> 8)
    if pages[page] == 0 {
      pages[page] = UInt16(firsts.count >> 8)
      firsts += [TrieStep](repeating: TrieStep(), count: 0x100)
    }
    return Self.extend(&firsts[place(of: scalar)], tables, &nodes)
  }

  private func place(of first: UInt32) -> Int { Int(pages[Int(first >> 8)]) << 8 | Int(first & 0xFF) }

  /// The place of the step from a node by a scalar, with the tables noted there.
  private mutating func step(from node: UInt32, by scalar: UInt32, _ tables: UInt32) -> Int {
    if Int(nodes) * 2 > slots.count { slots.grow() }
    let place = slots.place(from: node, by: scalar)
    _ = Self.extend(&slots[place], tables, &nodes)
    return place
  }

  private static func extend(_ step: inout TrieStep, _ tables: UInt32, _ nodes: inout UInt32) -> UInt32 {
    if step.next == 0 {
      step.next = nodes
      nodes += 1
    }
    step.tables |= tables
    return step.next
  }
}
