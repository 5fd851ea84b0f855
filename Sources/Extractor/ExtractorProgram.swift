// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Extraction
internal import Glibc

/// `minuted-extract FORMAT [LIMITS]`: builds its walls, then opens the document on standard input.
///
/// The parent tells the format, because what is allowed follows from it and must be settled before the first
/// byte of the document is looked at.
package enum ExtractorProgram {
  package static func run(_ arguments: [String]) -> Never {
    guard (2...3).contains(arguments.count), let format = DocumentFormat(rawValue: arguments[1]),
      let limits = arguments.count == 3 ? ExtractionLimits(argument: arguments[2]) : ExtractionLimits()
    else {
      explain()
      exit(64)
    }
    var writer = FrameWriter(descriptor: STDOUT_FILENO)
    do throws(Refusal) {
      switch format.source {
      case .converting(let converter): try ConverterLaunch.become(converter, limits)
      default: try parse(format, limits, &writer)
      }
    } catch {
      writer.write(.refusal(error))
    }
    writer.write(.end)
    writer.flush()
    // _exit: nothing that a document may have put in the way of a tidy end is run.
    _exit(0)
  }

  private static func parse(
    _ format: DocumentFormat, _ limits: ExtractionLimits, _ writer: inout FrameWriter
  ) throws(Refusal) {
    guard let parser = Parsers.parser(of: format) else { throw Refusal(.damaged, "no parser") }
    Preparation.prepare()
    parser.prepare()
    try Sandbox.enter(.parsing, limits)
    try parser.parse(try StandardInput.bytes(atMost: limits.input), limits, into: &writer)
  }

  private static func explain() {
    let text =
      "usage: minuted-extract FORMAT [LIMITS] <DOCUMENT\nmade for minuted and minutectl, which read what it prints\n"
    _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) }
  }
}
