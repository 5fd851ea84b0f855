// SPDX-License-Identifier: Apache-2.0

internal import Desk
internal import Digest
internal import Lexicon
internal import Settings

extension Voice {
  /// Chinese that calls places and lines of work by their names, for what people have put right.
  ///
  /// The service's tables are read when it is first asked for.
  static let naming = naming(by: .system)

  /// By the tables of a configuration, as the daemon has them: a place may be in a folder of `LexiconPath=`
  /// alone. Where that cannot be read the installed ones count, and where these cannot either, codes are told.
  static func naming(by configuration: ConfigurationFolders) -> Voice {
    let configured = (try? configuration.load().configuration.lexiconPaths) ?? []
    for folders in [configured, []] {
      guard let found = try? LexiconOptions.reader(configured: folders, given: []) else { continue }
      return Voice(.chinese, words: EnglishWords(found.vocabulary))
    }
    return .chinese
  }
}
