// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Desk
internal import Diff
internal import Digest
internal import Lexicon

/// What commands over the archive need: the archive, and the words to compare and to call things by.
struct ArchiveTools {
  let archive: MeetingArchive
  let vocabulary: Vocabulary
  let comparer: Comparer
  let topics: TopicNames
  let voice: Voice
  let validity: ValidityLookup

  init(archive: MeetingArchive, vocabulary: Vocabulary) {
    self.archive = archive
    self.vocabulary = vocabulary
    comparer = Comparer(words: ComparingWords(vocabulary))
    topics = TopicNames(vocabulary)
    voice = Voice(.chinese, words: EnglishWords(vocabulary))
    validity = ValidityLookup(archive: archive)
  }

  var words: ComparingWords { comparer.words }
  var places: PlaceLookup { PlaceLookup(archive: archive, divisions: vocabulary.divisions) }
}

/// `--archive`, `--lexicon` and how to print, which every command over the archive has.
struct ToolOptions: ParsableArguments {
  @OptionGroup var output: OutputOptions

  @OptionGroup var lexicon: LexiconOptions

  @OptionGroup var archive: ArchiveOptions

  /// Opens both and prints what `body` makes of them: text for people, or with `--json` objects.
  ///
  /// Nothing found is told with `absence` on standard error and ends with 1, so that scripts see it; where
  /// that is an answer like another, `orSay` is printed.
  func print(
    _ absence: String = "", orSay answer: String? = nil, _ body: (ArchiveTools) throws -> Listing
  ) throws {
    try Failure.reported {
      try archive.reading { archive in
        let vocabulary = try lexicon.reader(over: archive).vocabulary
        let listing = try body(ArchiveTools(archive: archive, vocabulary: vocabulary))
        if listing.objects.isEmpty, let answer {
          return output.isJSON ? () : output.line(answer)
        }
        if listing.objects.isEmpty {
          Output.complain(absence)
          throw ExitCode(1)
        }
        output.listing(listing)
      }
    }
  }
}
