// SPDX-License-Identifier: Apache-2.0
import Desk
import Diff
import Extraction
import Foundation
import Minutes
import Settings
import Testing
import TestKit

@testable import Daemon

/// A damaged copy of a report, as the corpus lists it.
struct Twin: Decodable, Sendable, CustomTestStringConvertible {
  var file: String
  var clean: String

  var testDescription: String { file }

  static func all() throws -> [Twin] {
    let index = Repository.fixtures.appending(path: "corpus/damaged/INDEX.json")
    return try JSONDecoder().decode([Twin].self, from: Data(contentsOf: index))
  }
}

@Suite struct `A damaged report beside its clean twin` {
  private let bench: Bench
  private let reader: DocumentReader
  private let comparer: Comparer

  init() throws {
    bench = try Bench()
    reader = DocumentReader(
      vocabulary: bench.setup.vocabulary, dataFolder: Repository.root.appending(path: "config").path,
      extractor: .beside(DataFolder.runningExecutable))
    comparer = Comparer(words: ComparingWords(bench.setup.vocabulary))
  }

  /// The meetings of a file of the corpus.
  private func meetings(_ path: String) throws -> [Meeting] {
    let url = Repository.fixtures.appending(path: "corpus/\(path)")
    return try reader.read(Array(Data(contentsOf: url)), named: url.lastPathComponent).report.meetings
  }

  @Test(arguments: try Twin.all()) func `has not changed, either way`(_ twin: Twin) throws {
    let clean = try #require(try meetings(twin.clean).first)
    let damaged = try #require(try meetings("damaged/\(twin.file)").first { $0.id == clean.id })
    for (before, after) in [(clean, damaged), (damaged, clean)] {
      let changes = comparer.changes(
        in: after, against: Baselines(previous: Record(meeting: before, documents: [])))
      let told = changes.filter { ![.kept, .figureSame, .targetSame].contains($0.kind) }
      // A text that kept all its targets does not answer them: they are the twin's own.
      #expect(told.filter { $0.kind != .unreported && $0.kind != .notDue }.isEmpty)
    }
  }
}
