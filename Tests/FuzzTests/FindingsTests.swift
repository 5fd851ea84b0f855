// SPDX-License-Identifier: Apache-2.0
import Foundation
import Fuzzing
import TestKit
import Testing

/// What the fuzzers once broke something with: files of Tests/Fixtures/fuzz, named TARGET-WHAT.
@Suite struct `Inputs that fuzzers found` {
  static let folder = Repository.fixtures.appending(path: "fuzz")

  static var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  @Test(arguments: names)
  func `keep every promise now`(_ name: String) throws {
    let target = try #require(
      FuzzTarget(rawValue: String(name.prefix { $0 != "-" })), "no target for \(name)")
    target.take([UInt8](try Data(contentsOf: Self.folder.appending(path: name))))
  }

  @Test func `are there`() {
    #expect(!Self.names.isEmpty)
  }

  @Test(arguments: FuzzTarget.allCases)
  func `include nothing at all`(_ target: FuzzTarget) { target.take([]) }
}
