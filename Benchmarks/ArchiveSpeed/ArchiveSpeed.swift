// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Diff
internal import Digest
internal import Glibc
internal import Minutes

/// Measures how long choosing baselines and making a whole digest take, as the archive grows.
///
/// `ArchiveSpeed --keep FOLDER N` measures nothing: it leaves an archive of N meetings in FOLDER, for others to ask.
@main struct ArchiveSpeed {
  static func main() throws {
    let arguments = CommandLine.arguments
    if arguments.count == 4, arguments[1] == "--keep", let size = Int(arguments[3]) {
      _ = try FilledArchive(meetings: size, keptIn: arguments[2])
      return
    }
    let sizes = arguments.dropFirst().compactMap { Int($0) }
    print("meetings   choosing (median, 95 %)     digest, all read anew     digest, readings at hand")
    for size in sizes.isEmpty ? [1_000, 10_000, 100_000, 1_000_000] : Array(sizes) { try measure(size) }
  }

  private static func measure(_ size: Int) throws {
    let filled = try FilledArchive(meetings: size)
    let meeting = SampleReports.meeting(FilledArchive.place, FilledArchive.year)
    let choosing = try times(200) {
      _ = try filled.archive.baselineIDs(for: meeting, provenance: .report, parents: parents, halfYear: [])
    }
    let cold = try (0..<10).map { _ in
      // Another connection has no reading at hand.
      let archive = try filled.reopened()
      return try times(1) { try digest(meeting, archive) }[0]
    }
    let warm = try times(50) { try digest(meeting, filled.archive) }
    print(
      column(String(size), 8), column(choosing, 26), column(cold, 26), column(warm, 26), separator: "  ")
  }

  private static let parents = [SampleReports.code(100), "000000"]

  /// What the daemon does between reading a report and queueing its entries.
  private static func digest(_ meeting: Meeting, _ archive: MeetingArchive) throws {
    let baselines = try archive.baselines(for: meeting, provenance: .report, parents: parents, halfYear: [])
    let comparer = Comparer(words: ComparingWords(indicators: [], changes: []))
    let record = Record(meeting: meeting, documents: [Document(name: "a", sha256: "a")], sources: [])
    let digest = MeetingDigest(
      record: record, baselines: baselines, changes: comparer.changes(in: meeting, against: baselines),
      rules: "1",
      hash: { Array($0.prefix(32)) })
    _ = JournalEntries.make(digest).map(\.bytes)
    _ = DigestJSON.value(digest).text()
  }

  /// Milliseconds of CPU time of each of some runs: what else the machine does is no part of it.
  private static func times(_ count: Int, _ body: () throws -> Void) rethrows -> [Double] {
    try (0..<count).map { _ in
      let start = cpu()
      try body()
      return cpu() - start
    }
  }

  private static func cpu() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
    return Double(now.tv_sec) * 1e3 + Double(now.tv_nsec) / 1e6
  }

  private static func column(_ times: [Double], _ width: Int) -> String {
    let row = times.sorted()
    let high = row[min(row.count - 1, row.count * 95 / 100)]
    return column("\(rounded(row[row.count / 2])) ms, \(rounded(high)) ms", width)
  }

  private static func column(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
