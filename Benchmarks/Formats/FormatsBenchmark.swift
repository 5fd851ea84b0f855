// SPDX-License-Identifier: Apache-2.0

internal import BenchmarkSupport
internal import Extraction
internal import Extractor
internal import Glibc
internal import Text

/// Opens documents one after the other, each in a process of its own, and prints what it took.
///
/// `formats-benchmark EXTRACTOR COUNT FILE…` prints seconds on the wall and of computing (children included), bytes and
/// documents of COUNT rounds over the files, with tabs between; EXTRACTOR is the path of `minuted-extract`. Where it is
/// `-`, our own parsers work in this very process instead, without walls: what a child costs is the difference. Files
/// are read beforehand; timed is all from the bytes to the text: the format, the charset, the child, its answer.
@main struct FormatsBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count > 2, let extractor = arguments.first, let rounds = Int(arguments.dropFirst().first ?? "")
    else { Complaint.end("usage: formats-benchmark EXTRACTOR COUNT FILE…", code: 64) }
    let documents = arguments.dropFirst(2).map { MeasuredFile(path: $0) }
    var found = 0
    // Once unmeasured: what is loaded on first use belongs to the start.
    for document in documents { found += try text(of: document.bytes, by: extractor) }
    let (start, computed) = (now(), computing())
    for _ in 0..<rounds { for document in documents { found += try text(of: document.bytes, by: extractor) } }
    let (taken, spent) = (now() - start, computing() - computed)
    guard found > 0 else { Complaint.end("there is no text in any of them", code: 65) }
    print(
      taken, spent, rounds * documents.reduce(0) { $0 + $1.bytes.count }, rounds * documents.count, separator: "\t")
  }

  /// How long the document's text is.
  private static func text(of bytes: [UInt8], by extractor: String) throws -> Int {
    let format = DocumentFormat.sniff(bytes)
    let decodes = format.source == .parsing(decodedFirst: true)
    let given = decodes ? try TextDecoder.decode(bytes).utf8 : bytes
    if extractor != "-" { return try DocumentExtractor(program: extractor).extract(given, as: format).text.utf8.count }
    guard let parser = Parsers.parser(of: format) else { Complaint.end("\(format.name) has no parser of ours", code: 65) }
    var writer = FrameWriter(descriptor: nowhere)
    try parser.parse(given, ExtractionLimits(), into: &writer)
    writer.flush()
    return 1
  }

  private static let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Seconds of computing by this process and its children so far.
  private static func computing() -> Double {
    [RUSAGE_SELF.rawValue, RUSAGE_CHILDREN.rawValue].reduce(0) { sum, who in
      var usage = rusage()
      getrusage(__rusage_who_t(who), &usage)
      return sum + [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    }
  }
}
