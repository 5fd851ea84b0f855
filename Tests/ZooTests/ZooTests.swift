// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing

/// Hostile documents, shown to the release by `Tests/Zoo/zoo`, which says what each must be answered with.
///
/// Every eighth of them, for all take a quarter of an hour: `make zoo` shows all.
@Suite(.serialized) struct `The zoo` {
  static let families = [
    "archives", "tars", "office", "pages", "pdfs", "letters", "charsets", "mixtures", "cuts",
  ]
  static let folder = Repository.root.appending(path: "Tests/Zoo")

  @Test(arguments: families) func `gets one answer each, and nobody is bitten`(family: String) throws {
    let (status, told) = try zoo("read", "\(family)/*", "--every", "8", "--together", "4")
    #expect(status == 0, "\(told)")
  }

  @Test func `has all its families here, and 300 animals or more`() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: Self.folder.appending(path: "animals").path)
    let found = files.filter { $0.hasSuffix(".py") && !["__init__.py", "common.py"].contains($0) }
    #expect(Set(found.map { String($0.dropLast(3)) }) == Set(Self.families))
    let (_, told) = try zoo("list", "office/*", "charsets/*")
    #expect(told.split(separator: "\n").count >= 300)
  }

  private func zoo(_ arguments: String...) throws -> (status: Int32, told: String) {
    let process = Process()
    process.executableURL = Self.folder.appending(path: "zoo")
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let told = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: told, as: UTF8.self))
  }
}
