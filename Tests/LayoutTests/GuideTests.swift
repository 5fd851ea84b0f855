// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing

@Suite struct `The guides` {
  @Test(arguments: ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"])
  func `name only paths that exist`(_ guide: String) throws {
    let text = try String(contentsOf: Repository.root.appending(path: guide), encoding: .utf8)
    for path in Self.paths(in: text) {
      let there = FileManager.default.fileExists(atPath: Repository.root.appending(path: path).path)
      #expect(there, "\(guide) names \(path)")
    }
  }

  /// What stands in back quotes, begins with a folder of the top level and names no pattern.
  static func paths(in text: String) -> [String] {
    let tops = [
      "Sources/", "Tests/", "config/", "scripts/", "systemd/", "seeds/", "docs/", "Benchmarks/", "packaging/",
      "Fuzz/",
    ]
    return text.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
      .filter { path in
        tops.contains { path.hasPrefix($0) } && !path.contains("X.swift") && !path.contains("*")
          && !path.contains(" ")
          && !path.contains("<")
      }
  }

  @Test func `recognise a path and leave a pattern alone`() {
    #expect(Self.paths(in: "see `Sources/Diff` and `Sources/Diff/Detectors/X.swift`") == ["Sources/Diff"])
  }
}

@Suite struct `The tree` {
  @Test func `holds no path of a build machine and nothing left open`() throws {
    let forbidden = ["/wo" + "rk/", "/opt/sw" + "ift", "TO" + "DO", "FIX" + "ME"]
    for folder in ["Sources", "Tests", "Fuzz"] {
      for (file, line) in try SourceTree.lines(of: folder) {
        for word in forbidden { #expect(!line.contains(word), "\(file): \(line)") }
      }
    }
  }

  @Test func `says its licence in the first line of every Swift file`() throws {
    for folder in ["Sources", "Tests", "Fuzz"] {
      for file in try SourceTree.files(of: folder) {
        let text = try String(contentsOf: Repository.root.appending(path: file), encoding: .utf8)
        #expect(text.hasPrefix("// SPDX-License-Identifier: Apache-2.0\n"), "\(file)")
      }
    }
  }
}
