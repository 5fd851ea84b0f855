// SPDX-License-Identifier: Apache-2.0

package import Diff
package import Lexicon

extension ComparingWords {
  /// The words of the lexicon in force: tables `indicators` and `changes`.
  package init(_ vocabulary: Vocabulary) {
    self.init(
      indicators: vocabulary[.indicators].map { ($0.cells[0], $0[1] ?? "") },
      changes: vocabulary[.changes].map { ($0.cells[0], $0[1] ?? "", $0[2].flatMap { Int($0) } ?? 0) })
  }
}
