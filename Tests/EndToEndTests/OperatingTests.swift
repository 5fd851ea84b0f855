// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing

extension `End to end` {
  /// docs/operating.md: every command in it is run as it stands there, from the first day on: all of one machine in one
  /// box, those of many machines in two with a cable between them.
  @Suite struct `A year with minuted` {
    /// A block of commands with the words before it.
    private struct Block {
      let lead: Substring
      let lines: [String]

      /// True for what is to be done on a drop point, and not on the collector.
      var isOfDropPoint: Bool { lead.hasSuffix("drop point:") }
    }

    private static let many = "Many machines"

    /// The blocks of each chapter, by its title.
    private func chapters() throws -> [(title: String, blocks: [Block])] {
      let text = try String(contentsOf: Repository.root.appending(path: "docs/operating.md"), encoding: .utf8)
      return text.split(separator: "\n## ").dropFirst().map { chapter in
        let blocks = chapter.matches(of: /```sh\n((?:[^`]|`(?!``))*?)```/).map { block in
          let before = chapter[..<block.range.lowerBound]
          let lead = before.dropLast(before.reversed().prefix(while: \.isNewline).count)
          return Block(lead: lead, lines: String(block.1).split(separator: "\n").map(String.init))
        }
        return (String(chapter.prefix { $0 != "\n" }), blocks)
      }
    }

    @Test func `goes as it is written`() throws {
      let box = try Box(tree: Packages.tree.get())
      var count = 0
      for (title, blocks) in try chapters() where title != Self.many {
        for line in blocks.flatMap(\.lines) {
          try run(line, in: box, of: title)
          count += 1
        }
      }
      #expect(count > 40)
    }

    @Test func `goes as it is written on many machines too`() throws {
      let collector = try Box(tree: Collector.tree.get())
      let dropPoint = try Box(tree: Packages.tree.get())
      try dropPoint.install()
      try dropPoint.connect(to: collector)
      let names = dropPoint.state.appending(path: "etc/hosts")
      try Data("127.0.0.1 localhost\n10.9.0.2 collector.example\n".utf8).write(to: names)
      let chapters = try chapters()
      let own = try #require(chapters.first { $0.title == "The journal of its own" })
      for line in own.blocks.flatMap(\.lines) { try run(line, in: dropPoint, of: own.title) }
      dropPoint.namespace = "minuted"
      try dropPoint.drop(Examples.shenzhen)
      _ = try dropPoint.outcomes(of: Examples.shenzhen.lastPathComponent)

      let blocks = try #require(chapters.first { $0.title == Self.many }).blocks
      #expect(blocks.map(\.isOfDropPoint) == [false, true, false])
      for block in blocks {
        for line in block.lines where !line.hasPrefix("journalctl -x") {
          try run(line, in: block.isOfDropPoint ? dropPoint : collector, of: Self.many)
        }
      }
      // What the collector is asked at the end, as soon as the first digest has come.
      let asked = try #require(blocks.last?.lines.first)
      try collector.await("digest on the collector") {
        try collector.run("sh", "-c", asked).output.contains("深圳市")
      }
      let told = try collector.expectSuccess("sh", "-c", asked)
      #expect(told.contains("Subject: Digest of a meeting"), "\(told)")
    }

    private func run(_ line: String, in box: Box, of chapter: String) throws {
      if line.hasPrefix("apt install") { return try box.install() }
      let result = try box.run("bash", "-o", "pipefail", "-c", line)
      #expect(result.status == 0, "\(chapter): \(line): \(result.errors)\(result.output)")
      guard let name = line.firstMatch(of: /\/([^\/ ]+\.txt) .*\/incoming\/(?:embargo\/)?$/)?.1 else {
        return
      }
      guard line.contains("/embargo/") else { return _ = try box.outcomes(of: String(name)) }
      try box.await("\(name) on hold") {
        try box.expectSuccess("minutectl", "list", "--held").contains(name)
      }
    }
  }
}
