// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Desk
internal import Digest
internal import Minutes
internal import Settings

/// `minutectl read`: what a report says, by the rules the daemon reads with. Needs nothing but files.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Read reports and print what they say.",
    discussion: "Exit code 1 if a file could not be read; the others are still printed.")

  @Flag(help: "Print one JSON object a file, one a line.")
  var json = false

  @OptionGroup var lexicon: LexiconOptions

  @Argument(help: "Files, or - for standard input.", completion: .file())
  var files: [String]

  func run() throws {
    try Failure.reported {
      let (reader, _, rules) = try lexicon.reader()
      var failed = false
      for path in files {
        do { try read(InputFile(path: path), reader, rules) } catch {
          Output.complain("\(error)")
          failed = true
        }
      }
      if failed { throw ExitCode(1) }
    }
  }

  private func read(_ file: InputFile, _ reader: DocumentReader, _ rules: String) throws {
    let bytes = try file.bytes()
    let result = try Failure.named(file.path) { () throws(DocumentError) in try reader.read(bytes, named: file.path) }
    let envelope = ReportJSON.Envelope(
      file: file.name, sha256: SHA256.hex(bytes), format: result.format, charset: result.charset, rules: rules)
    if json {
      Output.write(ReportJSON.value(result.report, envelope).text() + [0x0A])
    } else {
      Output.line(ReportText.text(result.report, envelope))
    }
  }
}
