// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Minutes

/// Tells what a batch has read, in order of meeting date, many parts in one commit.
///
/// While threads beside the loop draft the digests of the next parts, those before them are kept; the archive
/// is asked and written to here alone. An attempt is counted for every part before anything is made of it, with
/// the commit before: a crash is found out by those that were begun, which are then told one by one.
final class BatchTelling {
  enum Progress {
    /// Everything is told.
    case over
    /// There is more to be done now.
    case goesOn
    /// The next drafts are under way; `hear` says when there is more to be done.
    case waits
  }

  /// Parts in one commit; as many more are begun, so that the threads always have the next ones.
  private static let most = 128
  /// Drafts under way: what they are made from takes memory.
  private static let window = 6
  /// What is ready is kept after so many microseconds, however few it is.
  private static let patience: UInt64 = 1_000_000
  /// How long keeping may last, in microseconds; it ends with the part that it has begun.
  private static let slice: UInt64 = 200_000
  /// A draft that takes longer ends the daemon, as the watchdog would on the loop: its attempt stays counted.
  private static let mostSilence: UInt64 = 60_000_000

  /// A class, because hundreds are looked through whenever a draft comes back.
  private final class Item {
    enum State {
      case begun
      case drafting
      /// Nil for what is told otherwise than by a first digest.
      case ready(Draft?)
    }

    let part: UntoldPart
    let attempts: Int
    var state = State.begun
    /// The meeting that is drafted: its further reports wait until it is told.
    var key: MeetingKey?

    init(_ part: UntoldPart, attempts: Int) {
      self.part = part
      self.attempts = attempts
    }

    var isReady: Bool { if case .ready = state { true } else { false } }
    var isBegun: Bool { if case .begun = state { true } else { false } }
    var isDrafting: Bool { if case .drafting = state { true } else { false } }
  }

  private let pipeline: Pipeline
  private let threads: DraftingThreads
  private var archive: MeetingArchive { pipeline.archive }
  /// All that is begun, in the order in which it is told.
  private var items: [Item] = []
  /// What the archive's readings came to when the drafts were begun.
  private var readings = 0
  private var kept = EventLoop.now
  /// When a draft came back last, or the first was ordered.
  private var heard = EventLoop.now

  init(_ pipeline: Pipeline, _ threads: DraftingThreads) {
    self.pipeline = pipeline
    self.threads = threads
  }

  /// True as long as something is begun and not told.
  var isUnderWay: Bool { !items.isEmpty }

  /// When there is something to be done though no draft comes back, on the loop's clock.
  var deadline: UInt64 {
    let end = threads.underWay > 0 ? heard + Self.mostSilence : .max
    return readyItems > 0 ? min(kept + Self.patience, end) : end
  }

  /// True where a draft has been awaited for too long.
  var isStuck: Bool { threads.underWay > 0 && EventLoop.now >= heard + Self.mostSilence }

  /// Goes on: begins, has drafts made, or keeps what is ready.
  func advance(_ batch: Batch) throws(ArchiveError) -> Progress {
    if items.isEmpty {
      items = try begin(batch, behind: [])
      pipeline.attempts.resume(items.map(\.part.arrival))
    }
    guard !items.isEmpty else { return .over }
    guard try hear() else { return .waits }
    try keep(batch)
    return .goesOn
  }

  /// Takes the drafts that came back and orders the next; true where there is enough to be kept.
  func hear() throws(ArchiveError) -> Bool {
    try receive()
    try order()
    let ready = readyItems
    return ready >= min(Self.most, items.count) || ready > 0 && EventLoop.now >= kept + Self.patience
  }

  /// Lets go of what is begun and takes its attempts back: the daemon ends, or goes on by other rules.
  func giveBack() throws(ArchiveError) {
    threads.forget()
    let arrivals = Set(items.map(\.part.arrival))
    try archive.together { () throws(ArchiveError) in
      for arrival in arrivals.sorted() { try archive.release(arrival) }
    }
    items = []
    pipeline.attempts.end(Array(arrivals))
  }

  private var readyItems: Int { items.prefix(while: \.isReady).count }

  // MARK: - Drafts

  private func receive() throws(ArchiveError) {
    for draft in threads.drafts() {
      heard = EventLoop.now
      items.first(where: \.isDrafting)?.state = .ready(try draft.get())
    }
  }

  private func order() throws(ArchiveError) {
    startOverIfOutdated()
    while threads.underWay < Self.window, let item = items.first(where: \.isBegun) {
      let brief = try item.attempts > Pipeline.mostAttempts ? nil : pipeline.teller.brief(of: item.part)
      guard let brief, !items.contains(where: { $0.key == brief.key }) else {
        item.state = .ready(nil)
        continue
      }
      if threads.underWay == 0 { heard = EventLoop.now }
      item.key = brief.key
      item.state = .drafting
      let teller = pipeline.teller.draft
      threads.order { Result { () throws(ArchiveError) in try teller(brief) } }
    }
  }

  /// Drafts are made anew where the archive has learnt something since: a later part may be compared with it.
  private func startOverIfOutdated() {
    guard archive.changesOfReadings != readings else { return }
    readings = archive.changesOfReadings
    threads.forget()
    for item in items { (item.state, item.key) = (.begun, nil) }
  }

  // MARK: - Commits

  /// Tells what is ready and counts the attempts of what is next, in one commit.
  private func keep(_ batch: Batch) throws(ArchiveError) {
    let ready = min(readyItems, Self.most)
    let end = EventLoop.now + Self.slice
    var (told, next, ended): (Int, [Item], Set<Int64>) = (0, [], [])
    try archive.together { () throws(ArchiveError) in
      var tally = Tally()
      while told < ready, told == 0 || EventLoop.now < end {
        tally.add(try tell(items[told]))
        told += 1
        try receive()
        try order()
      }
      let left = Array(items[told...])
      next = try begin(batch, behind: left)
      ended = Set(items[..<told].map(\.part.arrival)).subtracting((left + next).map(\.part.arrival))
      // What ends here ends well, also a file of which other parts are still to be begun.
      for arrival in ended.sorted() { try archive.release(arrival) }
      try archive.count(tally, in: batch.id)
    }
    pipeline.attempts.end(Array(ended))
    pipeline.attempts.resume(next.map(\.part.arrival))
    items.removeFirst(told)
    items += next
    kept = EventLoop.now
  }

  private func tell(_ item: Item) throws(ArchiveError) -> Tally {
    if item.attempts > Pipeline.mostAttempts { return try pipeline.refuseCrashed(item.part) }
    let told =
      if case .ready(let draft?) = item.state {
        try pipeline.teller.tell(item.part, first: draft)
      } else {
        try pipeline.teller.tell(item.part, corrects: false)
      }
    var tally = told.tally
    tally.outdated = try (told.outdated == nil ? 0 : 1) + pipeline.outdated(by: told).count
    return tally
  }

  // MARK: - Beginning

  /// Counts the attempts of the next parts behind those that are begun.
  private func begin(_ batch: Batch, behind begun: [Item]) throws(ArchiveError) -> [Item] {
    let parts = try next(batch, behind: begun)
    guard !parts.isEmpty else { return [] }
    let counts = try pipeline.begin(parts.map(\.arrival))
    return zip(parts, counts).map { Item($0, attempts: $1) }
  }

  /// Parts that no crash was seen with; or the first alone where one was, and nothing else is under way.
  private func next(_ batch: Batch, behind begun: [Item]) throws(ArchiveError) -> [UntoldPart] {
    let room = 2 * Self.most - begun.count
    if begun.contains(where: { $0.attempts > 1 }) || room <= 0 { return [] }
    let known = Set(begun.map { [$0.part.arrival, Int64($0.part.part)] })
    let parts = try archive.untold(batch: batch.id, limit: 2 * Self.most).filter {
      !known.contains([$0.arrival, Int64($0.part)])
    }
    let sound = parts.prefix { $0.attempts == 0 || pipeline.attempts.count(of: $0.arrival) == 1 }
    if sound.isEmpty, begun.isEmpty { return Array(parts.prefix(1)) }
    return Array(sound.prefix(room))
  }
}
