// SPDX-License-Identifier: Apache-2.0

internal import BenchmarkSupport
internal import Desk
internal import Glibc
internal import Lexicon
internal import Settings

/// Reads documents one after the other, as often as it takes to reach a number of bytes, and prints what it took.
///
/// `reading-benchmark BYTES FILE…` prints CPU seconds, bytes, documents, peak memory in KiB and how many meetings and
/// figures were found, with tabs between. Loading the lexicons is not counted; files are read beforehand. Each
/// document is decoded, cleaned and parsed by the same reader, as the daemon does.
@main struct ReadingBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let size = arguments.first.flatMap({ Int($0) }), arguments.count > 1 else {
      Complaint.end("usage: reading-benchmark BYTES FILE…", code: 64)
    }
    let documents = arguments.dropFirst().map { MeasuredFile(path: $0) }
    let data = try DataFolder.find()
    let vocabulary = try Vocabulary(layers: try LexiconFolders(base: data, given: []).layers())
    let reader = DocumentReader(vocabulary: vocabulary, dataFolder: data.path)
    var tally = Tally()
    // Once unmeasured: what is loaded on first use belongs to the start.
    for document in documents { tally.read(document, by: reader) }
    tally = Tally()
    let start = processorTime()
    repeat {
      for document in documents { tally.read(document, by: reader) }
    } while tally.bytes < size
    let taken = processorTime() - start
    print(taken, tally.bytes, tally.documents, peakMemory(), tally.meetings, tally.figures, separator: "\t")
  }

  /// CPU seconds of this process so far.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The most memory this process ever held, in KiB.
  private static func peakMemory() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }
}
