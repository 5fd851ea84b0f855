// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing

extension `End to end` {
  /// docs/operating.md: every command in it is run as it stands there, from the first day on, in one box.
  @Suite struct `A year with minuted` {
    /// What a box cannot do as it stands: it has no package sources, and a network of its own only where two
    /// machines are tried (ReaderTests and the tests of many machines).
    private static let elsewhere = ["Many machines"]

    @Test func `goes as it is written`() throws {
      let box = try Box(tree: Packages.tree.get())
      let text = try String(contentsOf: Repository.root.appending(path: "docs/operating.md"), encoding: .utf8)
      var count = 0
      for chapter in text.split(separator: "\n## ").dropFirst() {
        let title = String(chapter.prefix { $0 != "\n" })
        if Self.elsewhere.contains(title) { continue }
        for block in chapter.matches(of: /```sh\n((?:[^`]|`(?!``))*?)```/) {
          for line in String(block.1).split(separator: "\n") {
            try run(String(line), in: box, of: title)
            count += 1
          }
        }
      }
      #expect(count > 40)
    }

    private func run(_ line: String, in box: Box, of chapter: String) throws {
      if line.hasPrefix("apt install") { return try box.install() }
      let result = try box.run("bash", "-o", "pipefail", "-c", line)
      #expect(result.status == 0, "\(chapter): \(line): \(result.errors)\(result.output)")
      guard let name = line.firstMatch(of: /\/([^\/ ]+\.txt) .*\/incoming\/$/)?.1 else { return }
      _ = try box.outcomes(of: String(name))
    }
  }
}
