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

  @Flag(help: "Print the clean text that the report is read from, and nothing else.")
  var clean = false

  @Flag(help: "Tell the way from the raw text to the reading, rule by rule.")
  var explain = false

  @OptionGroup var lexicon: LexiconOptions

  @Argument(help: "Files, or - for standard input.", completion: .file())
  var files: [String]

  func validate() throws {
    if clean, json || explain { throw ValidationError("--clean goes neither with --json nor with --explain") }
  }

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
    if clean || explain { return try show(bytes, of: file, reader) }
    let result = try Failure.named(file.path) { () throws(DocumentError) in
      try reader.read(bytes, named: file.path)
    }
    let envelope = ReportJSON.Envelope(
      file: file.name, sha256: SHA256.hex(bytes), format: result.format, charset: result.charset, rules: rules
    )
    if json {
      Output.write(ReportJSON.value(result.report, envelope).text() + [0x0A])
    } else {
      Output.line(ReportText.text(result.report, envelope))
    }
  }

  private func show(_ bytes: [UInt8], of file: InputFile, _ reader: DocumentReader) throws {
    if clean {
      let text = try Failure.named(file.path) { () throws(DocumentError) in try reader.clean(bytes) }
      return Output.line(Sanitised.text(text, lines: true))
    }
    let explanation = try Failure.named(file.path) { () throws(DocumentError) in
      try reader.explain(bytes, named: file.path)
    }
    if json {
      Output.write(ExplanationOutput.value(explanation, of: file.name).text() + [0x0A])
    } else {
      Output.line(ExplanationOutput.text(explanation, of: file.name))
    }
  }
}
