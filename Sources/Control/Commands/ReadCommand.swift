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

  @OptionGroup var output: OutputOptions

  @Flag(help: "Print the clean text that the report is read from, and nothing else.")
  var clean = false

  @Flag(help: "Tell the way from the raw text to the reading, rule by rule.")
  var explain = false

  @OptionGroup var lexicon: LexiconOptions

  @Argument(help: "Files, or - for standard input.", completion: .file())
  var files: [String]

  func validate() throws {
    if clean, output.isJSON || explain {
      throw ValidationError("--clean goes neither with --json nor with --explain")
    }
  }

  func run() throws {
    try Failure.reported {
      let (reader, _, rules) = try lexicon.reader()
      var failed = false
      for path in files {
        do { failed = try !read(InputFile(path: path), reader, rules) || failed } catch {
          Output.complain("\(error)")
          failed = true
        }
      }
      if failed { throw ExitCode(1) }
    }
  }

  /// True unless one of the documents in the file could not be read.
  private func read(_ file: InputFile, _ reader: DocumentReader, _ rules: String) throws -> Bool {
    let bytes = try file.bytes()
    let documents = try Failure.named(file.path) { () throws(DocumentError) in
      try reader.documents(in: bytes, named: file.path)
    }
    var isWhole = true
    for document in documents {
      do { try print(document, of: file, reader, rules) } catch let error as NamedError {
        Output.complain("\(error)")
        isWhole = false
      }
    }
    return isWhole
  }

  private func print(
    _ document: DocumentMember, of file: InputFile, _ reader: DocumentReader, _ rules: String
  ) throws {
    // Without the folders of the command line, but with those within an archive.
    let name = file.name + document.name.dropFirst(file.path.count)
    if clean || explain { return try show(document, as: name, reader) }
    let result = try Failure.named(document.name) { () throws(DocumentError) in
      try reader.read(document.bytes, named: document.name)
    }
    let envelope = ReportJSON.Envelope(
      file: name, sha256: SHA256.hex(document.bytes), format: result.format, charset: result.charset,
      rules: rules)
    if output.isJSON {
      output.object(ReportJSON.value(result.report, envelope))
    } else {
      output.line(ReportText.text(result.report, envelope))
    }
  }

  private func show(_ document: DocumentMember, as name: String, _ reader: DocumentReader) throws {
    if clean {
      let text = try Failure.named(document.name) { () throws(DocumentError) in
        try reader.clean(document.bytes)
      }
      return output.line(Sanitised.text(text, lines: true))
    }
    let explanation = try Failure.named(document.name) { () throws(DocumentError) in
      try reader.explain(document.bytes, named: document.name)
    }
    if output.isJSON {
      output.object(ExplanationOutput.value(explanation, of: name))
    } else {
      output.line(ExplanationOutput.text(explanation, of: name))
    }
  }
}
