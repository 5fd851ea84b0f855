// SPDX-License-Identifier: Apache-2.0
import Desk
import Extraction
import Foundation
import Settings
import TestKit

/// The documents that `scripts/make-fixtures` makes, and a reader of them.
enum DocumentFixtures {
  /// Reads as `minutectl read` does.
  static func reader() -> DocumentReader {
    DocumentReader(
      vocabulary: BaseLexicon.vocabulary, dataFolder: Repository.root.appending(path: "config").path,
      extractor: .beside(DataFolder.runningExecutable))
  }

  /// The paths of all files in a folder of the documents, sorted.
  static func files(in folder: String) -> [String] {
    let folder = Repository.fixtures.appending(path: "documents/\(folder)").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { folder + "/" + $0 }
  }

  static func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

  /// The text that a document was made from: the report whose name stands before the first dot.
  static func twin(of path: String) throws -> [UInt8] {
    let name = URL(filePath: path).lastPathComponent.prefix { $0 != "." }
    return try bytes(Repository.fixtures.appending(path: "corpus/reports/\(name).txt").path)
  }
}
