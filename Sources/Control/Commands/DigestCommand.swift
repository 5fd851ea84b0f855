// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Digest

/// `minutectl digest ID`: a digest as it was sent, whole.
struct DigestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest", abstract: "Show a digest as it was sent, with all that MESSAGE had no room for.")

  @Argument(help: "A digest's id, or the beginning of one: MESSAGE prints eight digits.")
  var digest: String

  @Flag(help: "Print it as JSON.")
  var json = false

  @OptionGroup var archive: ArchiveOptions

  func run() throws {
    try archive.reading { archive in
      let kept = try Lookup.only(try archive.digests(prefix: digest), "digest", digest)
      if json { Output.write(kept.json + [0x0A]) } else { Output.line(Sanitised.text(kept.text, lines: true)) }
    }
  }
}
