// SPDX-License-Identifier: Apache-2.0
package import Foundation
package import Lexicon

/// The lexicon of the repository, for tests that read.
package enum BaseLexicon {
  /// All tables of config/lexicon, loaded once.
  package static let vocabulary: Vocabulary = {
    do {
      return try Vocabulary(layers: [files(in: Repository.root.appending(path: "config/lexicon"))])
    } catch {
      fatalError("config/lexicon cannot be read: \(error)")
    }
  }()

  /// The tables of a folder, in the order of their names.
  package static func files(in folder: URL) throws -> [LexiconFile] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "tsv" }
      .sorted { $0.path < $1.path }
      .map { LexiconFile(path: $0.path, bytes: Array(try Data(contentsOf: $0))) }
  }
}
