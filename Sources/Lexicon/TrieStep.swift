// SPDX-License-Identifier: Apache-2.0

/// From a node of a `WordTrie` by one scalar: the node there, 0 for none, and the tables with a word there or below, a
/// bit each.
///
/// `ends` are those of `tables` that have a word ending there.
@usableFromInline
struct TrieStep: Sendable {
  @usableFromInline var next: UInt32
  @usableFromInline var tables: UInt32
  @usableFromInline var ends: UInt32

  /// The step that leads nowhere.
  @inlinable
  init() { (next, tables, ends) = (0, 0, 0) }
}
