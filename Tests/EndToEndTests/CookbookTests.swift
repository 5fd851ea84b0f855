// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing

extension `End to end` {
  /// docs/cookbook.md: what stands there is run as it stands there.
  @Suite struct `The cookbook` {
    private static let examples = "/usr/local/share/doc/minuted/examples"

    @Test func `asks the journal of the examples nothing that it cannot answer`() throws {
      let box = try filled()
      let text = try String(contentsOf: Repository.root.appending(path: "docs/cookbook.md"), encoding: .utf8)
      let queries = text.matches(of: /([^\n]*)\n\n```sh\n((?:[^`]|`(?!``))*?)```/)
      #expect(queries.count >= 20)
      for query in queries {
        let answer = try box.run("bash", "-o", "pipefail", "-c", ending(String(query.2)))
        #expect(answer.status == 0, "\(query.2): \(answer.errors)")
        let isSilent = query.1.contains("prints nothing where all is well")
        #expect(answer.output.isEmpty == isSilent, "\(query.2)")
      }
    }

    /// The query, or of one that follows the journal for ever its first line; it goes with the box.
    private func ending(_ query: String) -> String {
      guard query.contains(" -f\n") else { return query }
      return "{ \(query.trimmingCharacters(in: .newlines)) 2>/dev/null & } | head --lines=1"
    }

    /// A box whose archive holds what `make run` puts there, and one file that is no report.
    private func filled() throws -> Box {
      let box = try Box(configuration: "LexiconPath=\(Self.examples)/lexicon")
      try box.expectSuccess("minutectl", "import", "--provenance", "paraphrase", "\(Self.examples)/2023")
      let years = (2021...2024).map { "\(Self.examples)/example/\($0)" }
      try box.expectSuccess(["minutectl", "import", "--provenance", "invented"] + years)
      try box.drop(Data("Nothing to report.\n".utf8), as: "note.txt")
      let folder = Repository.root.appending(path: "seeds/example/2025")
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
        try box.drop(folder.appending(path: name))
        _ = try box.outcomes(of: name)
      }
      _ = try box.outcomes(of: "note.txt")
      return box
    }
  }
}
