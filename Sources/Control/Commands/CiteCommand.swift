// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Digest

/// `minutectl cite ENTRY`: the footnotes for a change, one a quotation.
struct CiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cite", abstract: "Print the footnotes for a change: where each quotation was published.",
    discussion: """
      One line a quotation: publisher, title, date of publication, address, place in the text, and the first \
      digits of the SHA-256 of the file that was read. What a report does not tell is left out.

        minutectl cite 7f3a91c2-03
      """)

  @OptionGroup var asked: EntryArgument

  @OptionGroup var output: OutputOptions

  @OptionGroup var archive: ArchiveOptions

  func run() throws {
    try archive.reading { archive in
      let footnotes = try Footnote.all(of: try EntryLookup(archive: archive).change(asked.entry), in: archive)
      if output.isJSON {
        for footnote in footnotes { output.object(footnote.value) }
      } else {
        output.prose(footnotes.map(\.text).joined(separator: "\n"), isShort: true)
      }
    }
  }
}
