// SPDX-License-Identifier: Apache-2.0

/// The words that comparing needs, handed in as rows of the lexicon's tables.
///
/// `indicators` has the columns word and standard, `changes` word, role and level. Roles: `ended` tells that a task is no
/// longer one (不再列入), the first in the table is the surest; `plain` binds no task (工作, 服务); `strength` has a level
/// (探索 1, 全面推进 4); `act` begins a head and is left out where it must be short (增强, 发展).
package struct ComparingWords: Sendable {
  package let indicators: IndicatorNames
  package let endings: [String]
  package let plain: Set<String>
  package let acts: [String]
  /// Longest first, so that 全面推进 is found before 推进.
  package let strengths: [(word: String, level: Int)]

  package init(indicators: [(word: String, standard: String)], changes: [(word: String, role: String, level: Int)]) {
    self.indicators = IndicatorNames(indicators)
    func words(_ role: String) -> [String] { changes.filter { $0.role == role }.map(\.word) }
    endings = words("ended")
    plain = Set(words("plain"))
    acts = words("act").sorted { ($1.count, $0) < ($0.count, $1) }
    strengths = changes.filter { $0.role == "strength" }.map { ($0.word, $0.level) }
      .sorted { ($1.word.count, $0.word) < ($0.word.count, $1.word) }
  }
}
