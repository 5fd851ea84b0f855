// SPDX-License-Identifier: Apache-2.0

/// A line of a lexicon that cannot be used: where it stands, what is wrong, and what is expected there.
///
/// It stops the start (exit 78): a service that silently reads without a word is worse than one that does not start.
package struct LexiconError: Error, Sendable, Hashable {
  package var path: String
  package var line: Int
  package var problem: String
  package var expected: String

  package init(path: String, line: Int, problem: String, expected: String) {
    self.path = path
    self.line = line
    self.problem = problem
    self.expected = expected
  }
}

extension LexiconError: CustomStringConvertible {
  package var description: String { "\(path):\(line): \(problem); expected \(expected)" }
}
