// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// Where an excerpt stands, for fields and tables; sentences say it by `Voice.place`.
extension Excerpt {
  /// Page and paragraph, as far as there are pages: `p3 ¶2`, `¶7`.
  package var mark: String { (page.map { "p\($0) " } ?? "") + "¶\(paragraph)" }

  /// The same with the scalars of the source: `p3 ¶2 974-986`.
  package var place: String { "\(mark) \(span.start)-\(span.end)" }
}
