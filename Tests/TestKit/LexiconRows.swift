// SPDX-License-Identifier: Apache-2.0
internal import Foundation

/// Rows of a tab-separated table of this repository, without its comments.
package enum LexiconRows {
  /// The rows of config/lexicon/NAME.tsv.
  package static func table(_ name: String) throws -> [[String]] {
    try rows(Repository.root.appending(path: "config/lexicon/\(name).tsv"))
  }

  /// The rows of Tests/Fixtures/cases/NAME.tsv.
  package static func cases(_ name: String) throws -> [[String]] {
    try rows(Repository.fixtures.appending(path: "cases/\(name).tsv"))
  }

  private static func rows(_ url: URL) throws -> [[String]] {
    try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}
