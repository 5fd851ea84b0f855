// SPDX-License-Identifier: Apache-2.0

/// What cleaning cut or repaired: its kind, how often, and where.
///
/// Kinds are the names of the cleaning rules, such as `pinyin-gloss` for 召開(kāi). `lost` counts the scalars that could
/// not be repaired: a comparison neither matches them nor takes them for new.
package struct Damage: Sendable, Hashable {
  package var kind: String
  package var count: Int
  package var lost: Int
  package var spans: [Span]

  package init(kind: String, count: Int, lost: Int = 0, spans: [Span]) {
    self.kind = kind
    self.count = count
    self.lost = lost
    self.spans = spans
  }
}
