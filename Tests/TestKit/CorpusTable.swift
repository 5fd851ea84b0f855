// SPDX-License-Identifier: Apache-2.0
internal import Foundation

/// The rows of a table in Tests/Fixtures/corpus: tab-separated cells, `#` before comments, ¶ for a line end.
package enum CorpusTable {
  /// The rows of `name`, each with as many cells as asked; a row with another number stops the test.
  package static func rows(of name: String, columns: Int) -> [[String]] {
    let path = Repository.fixtures.appending(path: "corpus/\(name)")
    guard let text = try? String(contentsOf: path, encoding: .utf8) else {
      fatalError("\(path.path) cannot be read")
    }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map {
        String($0.replacing(" ¶ ", with: "\n").replacing("¶", with: "\n"))
      }
      precondition(cells.count == columns, "\(name): \(cells.count) cells: \(line)")
      return cells
    }
  }
}
