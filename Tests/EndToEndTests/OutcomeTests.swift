// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing

extension `End to end` {
  /// What becomes of files that are not a new report.
  @Suite struct `A file` {
    @Test func `that was dropped before under another name is a duplicate and makes no digest`() throws {
      let box = try Box()
      let report = try Data(contentsOf: Examples.shenzhen)
      try box.drop(report, as: "first.txt")
      #expect(try box.outcomes(of: "first.txt").map { $0["MINUTED_EVENT"] } == ["digest"])
      try box.drop(report, as: "second.txt")
      let outcomes = try box.outcomes(of: "second.txt")
      #expect(outcomes.map { $0["MINUTED_EVENT"] } == ["duplicate"])
      #expect(outcomes.flatMap(Contract.breaches) == [])
      #expect(try box.entries("MINUTED_EVENT=digest").count == 1)
    }

    @Test(arguments: BadFile.all)
    func `that is no report is refused with its reason, and the service goes on`(bad: BadFile) throws {
      let box = try Box()
      try box.drop(bad.bytes, as: bad.name)
      let outcome = try #require(try box.outcomes(of: bad.name).first)
      #expect(outcome["MINUTED_EVENT"] == "rejected")
      #expect(outcome["MINUTED_REASON"]?.isEmpty == false)
      #expect(outcome.message.contains(bad.name), "\(outcome.message)")
      #expect(Contract.breaches(of: outcome) == [])
      try box.drop(Examples.shenzhen)
      #expect(try box.outcomes(of: Examples.shenzhen.lastPathComponent).first?["MINUTED_EVENT"] == "digest")
    }

    @Test func `that was put there while the service was away is read at its start`() throws {
      let box = try Box(starting: false)
      try box.drop(Examples.shenzhen)
      try box.start()
      #expect(try box.outcomes(of: Examples.shenzhen.lastPathComponent).first?["MINUTED_EVENT"] == "digest")
    }

    @Test func `stays where it was put, unchanged`() throws {
      let box = try Box()
      try box.drop(Examples.shenzhen)
      _ = try box.outcomes(of: Examples.shenzhen.lastPathComponent)
      let folder = box.state.appending(path: "spool/incoming")
      let name = Examples.shenzhen.lastPathComponent
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [name])
      #expect(try Data(contentsOf: folder.appending(path: name)) == Data(contentsOf: Examples.shenzhen))
    }
  }
}

/// Files that hold neither a meeting nor figures.
struct BadFile: CustomTestStringConvertible {
  var name: String
  var bytes: Data

  var testDescription: String { name }

  static let all = [
    BadFile(name: "poem.txt", bytes: Data("春江潮水连海平，海上明月共潮生。\n滟滟随波千万里，何处春江无月明。\n".utf8)),
    BadFile(
      name: "noise.txt", bytes: Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167 ^ ($0 >> 3)) })),
  ]
}

/// Reports that several tests drop.
enum Examples {
  static let shenzhen = Repository.root.appending(path: "seeds/2023/2023-02-21-shenzhen-minzheng.txt")
  static let guangzhou = Repository.root.appending(path: "seeds/2023/2023-03-07-guangzhou-minzheng.txt")
}
