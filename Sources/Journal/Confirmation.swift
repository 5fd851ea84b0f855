// SPDX-License-Identifier: Apache-2.0

/// Decides what has landed in the journal, and what to send again: a state machine without clock or journal.
///
/// A send that succeeds proves nothing, and an entry that cannot be seen may still be on its way. The
/// journal's socket is first in, first out; so an entry that is missing while a barrier sent after it is seen
/// was dropped, and may be sent again under the same id. While the barrier is not seen either, nothing is
/// ever sent again: without the right to read the journal everything looks missing.
///
/// The caller does what the actions say and tells the outcome by the methods. Times are nanoseconds of a
/// clock that only goes forward (CLOCK_BOOTTIME), except `wall`, microseconds since 1970 as in the journal.
///
/// Example: handed a at 0 s, not seen for 2 s → `sendBarrier(1)`; barrier seen, a not → `sendAgain([a])`.
package struct Confirmation: Sendable {
  package enum Action: Sendable, Hashable {
    /// Look for the barrier first (if there is one), then for these entries; then call `looked`.
    case lookUp(ids: [String], barrier: Int?)
    /// Send the barrier with this number, through the same writer.
    case sendBarrier(Int)
    /// These stand in the journal.
    case landed([String])
    /// These were refused by the socket, or never sent: send them.
    case send([String])
    /// These were dropped: send them again, more slowly.
    case sendAgain([String])
    /// These are missing because the journal no longer reaches back to them; they are never sent again.
    case retired([String])
    /// The journal takes nothing or shows nothing; told once, until `available`.
    case unavailable
    case available
  }

  private struct Handed {
    var id: String
    var at: UInt64
    /// When it was queued, where the journal may have had it and lost it before we looked.
    var wall: UInt64?
  }

  private struct Barrier {
    var number: Int
    var at: UInt64
    var covers: Set<String>
  }

  /// How long an entry may be missing before a barrier asks why. It costs an entry, and can do no harm.
  package static let patience: UInt64 = 2_000_000_000
  /// How long a barrier may be missing before another is sent: it may itself have been dropped.
  package static let barrierPatience: UInt64 = 5_000_000_000
  /// What lands within this time after others did shares their fsync of the journal and their commit.
  package static let group: UInt64 = 200_000_000
  /// So many that landed at once come from a batch: what lands next has this long.
  private static let many = 256
  private static let groupOfMany: UInt64 = 1_000_000_000
  /// So many are looked for at once, however short ago others landed.
  private static let crowd = 4096
  private static let soonest: UInt64 = 5_000_000
  private static let latest: UInt64 = 1_000_000_000
  private static let firstPause: UInt64 = 250_000_000
  private static let longestPause: UInt64 = 4_000_000_000

  private var waiting: [Handed] = []
  private var barrier: Barrier?
  /// The barrier that the look-up under way asks for; a later one may have been sent since.
  private var asked: Barrier?
  private var barriers = 0
  private var lookAt: UInt64?
  private var lookingSince: UInt64?
  private var restsUntil: UInt64 = 0
  private var unsent: [String] = []
  private var retryAt: UInt64?
  private var pause = firstPause
  private var isAvailable = true
  /// True once the journal has shown anything of ours: it stores what we send, and we may read it.
  package private(set) var isProven = false

  package init() {}

  /// True where every entry that was handed over has been accounted for.
  package var isIdle: Bool { waiting.isEmpty && unsent.isEmpty }

  /// When `due` has something to do, or nil.
  package var nextDeadline: UInt64? {
    let look = lookingSince.map { isAvailable ? $0.advanced(atMost: Self.barrierPatience) : .max } ?? lookAt
    return [look, retryAt].compactMap(\.self).min()
  }

  /// At start: these were not confirmed when the daemon last ended, and nobody knows whether they were sent.
  ///
  /// A barrier goes first, so that one that is missing can be sent at once when the barrier is seen; and where
  /// there are none, so that a journal that keeps or shows nothing is known before any file is taken. `wall`
  /// is when an entry was queued that was sent; nil is for one that is sent whenever it is missing.
  package mutating func begin(with entries: [(id: String, wall: UInt64?)], at now: UInt64) -> [Action] {
    waiting += entries.map { Handed(id: $0.id, at: 0, wall: $0.wall) }
    plan(now.advanced(atMost: Self.soonest))
    return newBarrier(at: now)
  }

  /// The socket took this entry.
  package mutating func handed(_ id: String, at now: UInt64) {
    waiting.append(Handed(id: id, at: now, wall: nil))
    pause = Self.firstPause
    plan(now.advanced(atMost: Self.soonest))
  }

  /// The socket did not take this entry: it is sent again after a pause that doubles up to four seconds.
  package mutating func refused(_ id: String, at now: UInt64) -> [Action] {
    unsent.append(id)
    if retryAt == nil {
      retryAt = now.advanced(atMost: pause)
      pause = min(pause * 2, Self.longestPause)
    }
    return becomes(available: false)
  }

  /// The socket did not take the barrier: another is sent when the wait for this one is over.
  package mutating func refusedBarrier() -> [Action] { becomes(available: false) }

  /// What is due at this time.
  package mutating func due(at now: UInt64) -> [Action] {
    var actions: [Action] = []
    if let time = retryAt, now >= time {
      actions.append(.send(unsent))
      unsent = []
      retryAt = nil
    }
    if let since = lookingSince {
      // Whoever looks hangs on the journal's disk.
      if now.distance(since: since) >= Self.barrierPatience { actions += becomes(available: false) }
    } else if let time = lookAt, now >= time {
      lookAt = nil
      lookingSince = now
      asked = barrier
      actions.append(.lookUp(ids: waiting.map(\.id), barrier: barrier?.number))
    }
    return actions
  }

  /// The look-up told nothing: the journal could not be read.
  package mutating func failedToLook(at now: UInt64) -> [Action] {
    lookingSince = nil
    planFurther(at: now)
    return askWhy(at: now)
  }

  /// The outcome of a look-up: the ids seen, whether the barrier was seen before that, and the oldest entry's
  /// time.
  package mutating func looked(
    seen: Set<String>, barrierSeen: Bool, oldest: UInt64?, at now: UInt64
  ) -> [Action] {
    lookingSince = nil
    var actions: [Action] = []
    let landed = remove { seen.contains($0.id) }
    if !landed.isEmpty || barrierSeen {
      isProven = true
      actions += becomes(available: true)
    }
    if !landed.isEmpty {
      restsUntil = now.advanced(atMost: landed.count < Self.many ? Self.group : Self.groupOfMany)
      actions.append(.landed(landed.map(\.id)))
    }
    if barrierSeen { actions += dropped(oldest: oldest) }
    actions += askWhy(at: now)
    planFurther(at: now)
    return actions
  }

  /// The barrier was seen: what it covers and was not seen was dropped, or lies before the journal's
  /// beginning.
  ///
  /// What was handed over since the start cannot: it would have been seen before the journal lost it.
  private mutating func dropped(oldest: UInt64?) -> [Action] {
    guard let covered = asked?.covers else { return [] }
    if barrier?.number == asked?.number { barrier = nil }
    let missing = remove { covered.contains($0.id) }
    let reach = oldest ?? 0
    let retired = missing.filter { $0.wall ?? .max < reach }.map(\.id)
    let again = missing.filter { $0.wall ?? .max >= reach }.map(\.id)
    return (retired.isEmpty ? [] : [.retired(retired)]) + (again.isEmpty ? [] : [.sendAgain(again)])
  }

  /// Sends a barrier where something has been missing for long, or where the last barrier has.
  private mutating func askWhy(at now: UInt64) -> [Action] {
    if let barrier {
      guard now.distance(since: barrier.at) >= Self.barrierPatience else { return [] }
      return becomes(available: false) + newBarrier(at: now)
    }
    guard let first = waiting.first, now.distance(since: first.at) >= Self.patience else { return [] }
    return newBarrier(at: now)
  }

  private mutating func newBarrier(at now: UInt64) -> [Action] {
    barriers += 1
    barrier = Barrier(number: barriers, at: now, covers: Set(waiting.map(\.id)))
    return [.sendBarrier(barriers)]
  }

  /// The longer nothing has come the more rarely it is looked for: from 5 ms up to a second.
  private mutating func planFurther(at now: UInt64) {
    lookAt = nil
    guard !waiting.isEmpty || barrier != nil else { return }
    let age = now.distance(since: max(waiting.last?.at ?? 0, barrier?.at ?? 0))
    plan(now.advanced(atMost: min(max(age, Self.soonest), Self.latest)))
  }

  private mutating func plan(_ time: UInt64) {
    let time = waiting.count < Self.crowd ? max(time, restsUntil) : time
    lookAt = min(lookAt ?? time, time)
  }

  private mutating func becomes(available: Bool) -> [Action] {
    guard available != isAvailable else { return [] }
    isAvailable = available
    return [available ? .available : .unavailable]
  }

  private mutating func remove(where matches: (Handed) -> Bool) -> [Handed] {
    let removed = waiting.filter(matches)
    waiting.removeAll(where: matches)
    return removed
  }
}

extension UInt64 {
  /// A time later by `step`, or the latest there is.
  fileprivate func advanced(atMost step: UInt64) -> UInt64 {
    let (sum, overflow) = addingReportingOverflow(step)
    return overflow ? .max : sum
  }

  /// The time since `earlier`, or 0 where that lies ahead.
  fileprivate func distance(since earlier: UInt64) -> UInt64 { self > earlier ? self - earlier : 0 }
}
