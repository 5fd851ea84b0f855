// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Digest
internal import Minutes

/// `minutectl explain ENTRY`: why a change was told, with both excerpts where they stand.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show why a change was told: both excerpts in their context, and the rule.",
    discussion: """
      ENTRY is MINUTED_ENTRY_ID, whole or as the first digits of its digest with the number of the change:

        minutectl explain 7f3a91c2-03

      minutectl digest 7f3a91c2 --entries lists the changes with their numbers.
      """)

  @OptionGroup var asked: EntryArgument

  @OptionGroup var output: OutputOptions

  @OptionGroup var archive: ArchiveOptions

  func run() throws {
    try archive.reading { archive in
      let explanation = try ChangeExplanation(
        try EntryLookup(archive: archive).change(asked.entry), in: archive)
      if output.isJSON {
        output.object(explanation.value)
      } else {
        output.line(explanation.lines(width: Terminal.width).joined(separator: "\n"))
      }
    }
  }
}
