// SPDX-License-Identifier: Apache-2.0

/// All words of the lexicon, found in a text by one walk from each place.
///
/// A hash trie over Unicode scalars: nearly every scalar of a text fails at the first look-up, which makes it faster
/// here than an automaton over bytes, and its positions are the scalars that spans count. Stages ask for one table
/// each, so every step knows which tables have a word at its end or further on: a walk stops where its table does.
///
/// A class because it never changes and every rule holds it: a copy costs one reference, not one for each array. The
/// first look-ups are inlined into the rules, which takes public code and not package; only where the first two scalars
/// of a word stand is anything called.
public final class WordTrie: Sendable {
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

  /// First scalars by page and place in it: most look-ups end here, with two loads. Page 0 is empty.
  @usableFromInline let pages: [UInt16]
  @usableFromInline let firsts: [TrieStep]
  /// The tables that have a word of two scalars or more, by a hash of the first two.
  @usableFromInline let pairs: [UInt32]
  private let slots: TrieSlots
  /// The senses of all words, node by node, and where those of each node begin.
  private let senses: [Sense]
  private let starts: [UInt32]

  /// The same word may have many senses, but one in a table.
  package init(_ words: [(word: String, sense: Sense)] = []) {
    var builder = TrieBuilder()
    let ends = words.map { builder.add($0.word, $0.sense.table.bit) }
    (pages, firsts, pairs, slots) = (builder.pages, builder.firsts, builder.pairs, builder.slots)
    var starts = [UInt32](repeating: 0, count: Int(builder.nodes) + 1)
    for end in ends { starts[Int(end) + 1] += 1 }
    for node in 1..<starts.count { starts[node] += starts[node - 1] }
    self.starts = starts
    var senses = [Sense](repeating: Sense(table: .agenda, row: 0), count: words.count)
    for (end, word) in zip(ends, words) {
      senses[Int(starts[Int(end)])] = word.sense
      starts[Int(end)] += 1
    }
    self.senses = senses
  }

  /// Calls `body` with range and row of each word of `table` that begins at `start`, shortest first.
  @inlinable @inline(__always)
  public func forEachMatch(
    of table: TableName, in text: [UInt32], at start: Int, _ body: (_ range: Range<Int>, _ row: Int) -> Void
  ) {
    guard mayBegin(table, in: text, at: start) else { return }
    walk(table, text, start, body)
  }

  /// The longest word of `table` that begins at `start`, with its row, or nil.
  @inlinable @inline(__always)
  public func longest(of table: TableName, in text: [UInt32], at start: Int) -> (
    range: Range<Int>, row: Int
  )? {
    mayBegin(table, in: text, at: start) ? last(table, text, start) : nil
  }

  /// Whether a word of `table` may begin with the scalars at `start`: false where none does, and nearly nowhere else
  /// true.
  @inlinable @inline(__always)
  public func mayBegin(_ table: TableName, in text: [UInt32], at start: Int) -> Bool {
    guard start < text.count else { return false }
    let step = first(text[start])
    guard step.tables & table.bit != 0 else { return false }
    if step.ends & table.bit != 0 { return true }
    return start + 1 < text.count && pairs[Self.place(of: text[start], text[start + 1])] & table.bit != 0
  }

  /// The place of two scalars in `pairs`.
  @inlinable @inline(__always)
  static func place(of first: UInt32, _ second: UInt32) -> Int {
    Int(((first &* 0x9E37_79B1 ^ second) &* 0x85EB_CA6B) >> 18)
  }

  @inlinable @inline(__always)
  func first(_ scalar: UInt32) -> TrieStep {
    scalar < 0x110000 ? firsts[Int(pages[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)] : TrieStep()
  }

  @usableFromInline
  func walk(_ table: TableName, _ text: [UInt32], _ start: Int, _ body: (Range<Int>, Int) -> Void) {
    let bit = table.bit
    var step = first(text[start])
    var place = start + 1
    while step.tables & bit != 0 {
      if step.ends & bit != 0, let row = row(of: table, at: step.next) { body(start..<place, row) }
      guard place < text.count else { return }
      step = slots[step.next, text[place]]
      place += 1
    }
  }

  @usableFromInline
  func last(_ table: TableName, _ text: [UInt32], _ start: Int) -> (range: Range<Int>, row: Int)? {
    var best: (range: Range<Int>, row: Int)?
    walk(table, text, start) { best = ($0, $1) }
    return best
  }

  /// The row of `table` that a node's word stands in, or nil where its word is no word of the table.
  private func row(of table: TableName, at node: UInt32) -> Int? {
    for place in starts[Int(node)]..<starts[Int(node) + 1] where senses[Int(place)].table == table {
      return senses[Int(place)].row
    }
    return nil
  }
}
