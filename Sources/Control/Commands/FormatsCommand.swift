// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Digest
internal import Extraction
internal import Settings

/// `minutectl formats`: what this machine can read, and what it lacks.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats", abstract: "List the formats of documents and whether they can be read here.",
    discussion: "A document's format is told by its bytes, never by its name.")

  @OptionGroup var output: OutputOptions

  func run() {
    let extractor = DocumentExtractor.beside(DataFolder.runningExecutable)
    // Bytes that are nothing, or nothing that could hold a report, are no formats that anyone asks for.
    let formats = DocumentFormat.allCases.filter { ![.empty, .binary, .elf, .sqlite].contains($0) }
    if output.isJSON {
      for format in formats { output.object(Self.value(format, extractor.state(of: format))) }
    } else {
      let rows = formats.map { [$0.rawValue, $0.name, Self.text($0, extractor.state(of: $0))] }
      output.table(rows, header: ["format", "name", "state"])
    }
  }

  private static func text(_ format: DocumentFormat, _ state: FormatState) -> String {
    switch state {
    case .ready: "read"
    case .missing(let program, let package): "not read: \(program) is missing, install \(package)"
    case .unread: "not read; \(format.advice)"
    }
  }

  private static func value(_ format: DocumentFormat, _ state: FormatState) -> JSONValue {
    var (name, missing, package) = ("unread", String?.none, String?.none)
    switch state {
    case .ready: name = "ready"
    case .missing(let program, let source): (name, missing, package) = ("missing", program, source)
    case .unread: break
    }
    return .object([
      "format": .string(format.rawValue), "name": .string(format.name), "state": .string(name),
      "missing": .optional(missing), "package": .optional(package),
      "advice": .optional(state == .ready ? nil : format.advice),
    ])
  }
}
