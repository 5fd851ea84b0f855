// SPDX-License-Identifier: Apache-2.0

package import Diff
package import Digest
package import Lexicon
internal import Minutes

extension ComparingWords {
  /// The words of comparing, as the lexicon's tables have them.
  package init(_ vocabulary: Vocabulary) {
    self.init(
      indicators: vocabulary[.indicators].map { row in (row.key, row[1] ?? "") },
      changes: vocabulary[.changes].map { row in (row.key, row[1] ?? "", row[2].flatMap { Int($0) } ?? 0) })
  }
}

extension EnglishWords {
  /// What digests call things, as the lexicon's tables have it.
  package init(_ vocabulary: Vocabulary) {
    self.init(vocabulary[.english].map { row in (row.key, row[1] ?? "", row[2] ?? "") })
    let divisions = vocabulary.divisions
    places = PlaceNames { divisions.division(code: $0)?.fullName }
    chineseTopics = Dictionary(
      vocabulary[.topicNames].map { ($0.key, $0[1] ?? $0.key) }, uniquingKeysWith: { first, _ in first })
  }
}
