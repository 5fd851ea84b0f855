// SPDX-License-Identifier: Apache-2.0

internal import Desk
internal import Digest
internal import Lexicon

extension Voice {
  /// Chinese that calls places and lines of work by their names, for what people have put right.
  ///
  /// The installed tables are read when it is first asked for; where they cannot be read, codes are told.
  static let naming: Voice = {
    guard let vocabulary = try? LexiconOptions.reader(given: []).vocabulary else { return .chinese }
    return Voice(.chinese, words: EnglishWords(vocabulary))
  }()
}
