// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest

/// Works through an import or a burst: first everything is read, then everything is told, in order of meeting
/// date.
///
/// In slices, so that a hundred thousand files neither fill the memory nor keep the loop from answering; each
/// is a commit, and a restart goes on with the next.
struct BatchWork {
  /// Files or meetings in one commit at most.
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

  /// Tells one slice; false where everything is told.
  func tell(_ batch: Batch) throws(ArchiveError) -> Bool {
    let parts = Self.slice(of: try archive.untold(batch: batch.id, limit: Self.most))
    guard !parts.isEmpty else { return false }
    let counts = try pipeline.begin(parts.map(\.arrival))
    try pipeline.attempts.during(parts.map(\.arrival)) { () throws(ArchiveError) in
      try tell(zip(parts, counts).map { $0 }, batch)
    }
    return true
  }

  private func tell(_ parts: [(UntoldPart, Int)], _ batch: Batch) throws(ArchiveError) {
    let end = EventLoop.now + Self.slice
    try archive.together { () throws(ArchiveError) in
      var tally = Tally()
      for (part, attempts) in parts {
        guard tally == Tally() || EventLoop.now < end else { break }
        tally.add(try tell(part, attempts: attempts))
      }
      // The slice ends well for all of them, also for a file of which other parts are still to be told.
      for arrival in Set(parts.map(\.0.arrival)).sorted() { try archive.release(arrival) }
      try archive.count(tally, in: batch.id)
    }
  }

  /// Parts that no crash was seen with, or the first alone where one was.
  private static func slice(of parts: [UntoldPart]) -> [UntoldPart] {
    let sound = parts.prefix { $0.attempts == 0 }
    return sound.isEmpty ? Array(parts.prefix(1)) : Array(sound)
  }

  private func tell(_ part: UntoldPart, attempts: Int) throws(ArchiveError) -> Tally {
    if attempts > Pipeline.mostAttempts { return try pipeline.refuseCrashed(part) }
    let told = try pipeline.teller.tell(part, corrects: false)
    var tally = told.tally
    tally.outdated = try (told.outdated == nil ? 0 : 1) + pipeline.outdated(by: told).count
    return tally
  }
}
