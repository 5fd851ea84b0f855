// SPDX-License-Identifier: Apache-2.0

internal import Archive

/// Reads the files of an import or a burst; when all are read they are told: `BatchTelling`.
///
/// In slices, so that a hundred thousand files neither fill the memory nor keep the loop from answering; each
/// is a commit, and a restart goes on with the next.
struct BatchReading {
  /// Files in one commit at most.
  private static let most = 256
  /// How long a slice may last, in microseconds; it ends with the document that it has begun.
  private static let slice: UInt64 = 200_000

  let pipeline: Pipeline
  private var archive: MeetingArchive { pipeline.archive }

  init(_ pipeline: Pipeline) { self.pipeline = pipeline }

  /// Reads one slice; false where everything is read.
  func read(_ batch: Batch) throws(ArchiveError) -> Bool {
    let unread = try archive.unread(batch: batch.id, limit: Self.most)
    guard let first = Pipeline.batches(of: unread).first else { return false }
    let arrivals = try pipeline.begin(first)
    try pipeline.attempts.during(arrivals.map(\.id)) { () throws(ArchiveError) in try read(arrivals, batch) }
    return true
  }

  private func read(_ arrivals: [Arrival], _ batch: Batch) throws(ArchiveError) {
    let end = EventLoop.now + Self.slice
    var works: [Work] = []
    for arrival in arrivals where works.isEmpty || EventLoop.now < end {
      works.append(try pipeline.work(arrival))
    }
    try archive.together { () throws(ArchiveError) in
      var tally = Tally()
      for work in works { tally.add(try pipeline.keep(work).tally) }
      for arrival in arrivals.dropFirst(works.count) { try archive.release(arrival.id) }
      try archive.count(tally, in: batch.id)
    }
  }
}
