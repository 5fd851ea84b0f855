// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing

/// The import law that the build cannot hold by itself: it says nothing of system modules, and FoundationEssentials
/// brings Date() and FileManager along.
@Suite struct `The pure targets` {
  static let imports: [String: Set<String>] = [
    "Minutes": ["FoundationEssentials"],
    "Lexicon": ["Minutes", "FoundationEssentials"],
    "Reading": ["Minutes", "Lexicon", "FoundationEssentials"],
    "Diff": ["Minutes", "FoundationEssentials"],
    "Digest": ["Minutes", "Diff", "FoundationEssentials"],
    "Pages": ["Minutes", "Diff", "Digest", "FoundationEssentials"],
  ]

  /// What touches the world: the disk, the clock, other processes, the terminal, chance.
  static let worldly = [
    "FileManager", "FileHandle", "ProcessInfo", "Process(", "Date(", "Date.now", "ContinuousClock",
    "SuspendingClock",
    "print(", "debugPrint(", "readLine(", "getenv(", "fopen(", "String(contentsOf", "Data(contentsOf",
    "contentsOfFile:", "URLSession", ".random",
    "SystemRandomNumberGenerator", "Thread", "DispatchQueue",
  ]

  @Test(arguments: imports.keys.sorted())
  func `import only what they may`(_ target: String) throws {
    for (file, line) in try SourceTree.lines(of: "Sources/\(target)") {
      guard let module = SourceTree.importedModule(line) else { continue }
      #expect(Self.imports[target]?.contains(module) == true, "\(file): \(line)")
    }
  }

  @Test func `take one type of Foundation for the values, the decimal`() throws {
    for (file, line) in try SourceTree.lines(of: "Sources/Minutes")
    where SourceTree.importedModule(line) != nil {
      #expect(line.hasSuffix("import struct FoundationEssentials.Decimal"), "\(file): \(line)")
    }
  }

  @Test(arguments: imports.keys.sorted())
  func `call nothing that touches the world`(_ target: String) throws {
    for (file, line) in try SourceTree.lines(of: "Sources/\(target)") {
      let code = line.components(separatedBy: "//")[0]
      for word in Self.worldly { #expect(!SourceTree.uses(word, in: code), "\(file): \(line)") }
    }
  }
}

@Suite struct `The edges` {
  static let edges: Set = ["Text", "Extraction", "Inbox", "Archive", "Journal", "Settings"]
  static let stages: Set = ["Reading", "Diff", "Digest", "Pages"]

  @Test(arguments: edges.sorted())
  func `import no stage and no other edge`(_ target: String) throws {
    for (file, line) in try SourceTree.lines(of: "Sources/\(target)") {
      guard let module = SourceTree.importedModule(line) else { continue }
      #expect(!Self.stages.contains(module) && !Self.edges.contains(module), "\(file): \(line)")
    }
  }

  @Test func `keep GRDB in the archive and inotify in one file`() throws {
    for (file, line) in try SourceTree.lines(of: "Sources") {
      if SourceTree.importedModule(line) == "GRDB" { #expect(file.contains("/Archive/"), "\(file)") }
      if line.components(separatedBy: "//")[0].contains("inotify_") {
        #expect(file.hasSuffix("/Inotify.swift"), "\(file): \(line)")
      }
    }
  }

  @Test func `leave Dispatch, actors and async alone in the daemon`() throws {
    for (file, line) in try SourceTree.lines(of: "Sources/Daemon") {
      let code = line.components(separatedBy: "//")[0]
      #expect(
        !code.contains(/\bimport Dispatch|\b(actor|async|await) |\bProcess\(/), "\(file): \(line)")
    }
  }
}
