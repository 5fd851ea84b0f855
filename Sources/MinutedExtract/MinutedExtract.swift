// SPDX-License-Identifier: Apache-2.0

internal import Extractor

/// One document on standard input, what it holds on standard output, then the end.
@main struct MinutedExtract {
  static func main() { ExtractorProgram.run(CommandLine.arguments) }
}
