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
/// Example: handed a at 0 s, not seen for 10 s → `sendBarrier(1)`; barrier seen, a not → `send([a])`.
package struct Confirmation: Sendable {
  package enum Action: Sendable, Hashable {
    /// Look for the barrier first (if there is one), then for these entries; then call `looked`.
    case lookUp(ids: [String], barrier: Int?)
    /// Send the barrier with this number, through the same writer.
    case sendBarrier(Int)
    /// These stand in the journal.
    case landed([String])
    /// These were dropped or never sent: send them (again).
    case send([String])
    /// These are missing because the journal no longer reaches back to them; they are never sent again.
    case retired([String])
    /// The journal takes nothing or shows nothing; told once, until `available`.
    case unavailable
    case available
  }

  private struct Handed {
    var id: String
    var at: UInt64
    var wall: UInt64
  }

  private struct Barrier {
    var number: Int
    var at: UInt64
    var covers: Set<String>
  }

  /// How long an entry may be missing before a barrier asks why.
  package static let patience: UInt64 = 10_000_000_000
  /// How long a barrier may be missing before another is sent: it may itself have been dropped.
  package static let barrierPatience: UInt64 = 30_000_000_000
  private static let soonest: UInt64 = 2_000_000
  private static let latest: UInt64 = 1_000_000_000
  private static let longestPause: UInt64 = 60_000_000_000

  private var waiting: [Handed] = []
  private var barrier: Barrier?
  private var barriers = 0
  private var lookAt: UInt64?
  private var unsent: [String] = []
  private var retryAt: UInt64?
  private var pause: UInt64 = 1_000_000_000
  private var isAvailable = true

  package init() {}

  /// True where every entry that was handed over has been accounted for.
  package var isIdle: Bool { waiting.isEmpty && unsent.isEmpty }

  /// When `due` has something to do, or nil.
  package var nextDeadline: UInt64? { [lookAt, retryAt].compactMap(\.self).min() }

  /// The socket took this entry.
  package mutating func handed(_ id: String, wall: UInt64, at now: UInt64) {
    waiting.append(Handed(id: id, at: now, wall: wall))
    pause = 1_000_000_000
    let soon = now.advanced(atMost: Self.soonest)
    lookAt = min(lookAt ?? soon, soon)
  }

  /// The socket did not take this entry: it is sent again after a pause that doubles up to a minute.
  package mutating func refused(_ id: String, at now: UInt64) -> [Action] {
    unsent.append(id)
    if retryAt == nil {
      retryAt = now.advanced(atMost: pause)
      pause = min(pause * 2, Self.longestPause)
    }
    return becomes(available: false)
  }

  /// At start: these were not confirmed when the daemon last ended, and nobody knows whether they were sent.
  ///
  /// A barrier goes first, so that one that is missing can be sent at once when the barrier is seen.
  package mutating func recover(_ entries: [(id: String, wall: UInt64)], at now: UInt64) -> [Action] {
    guard !entries.isEmpty else { return [] }
    waiting += entries.map { Handed(id: $0.id, at: 0, wall: $0.wall) }
    lookAt = now.advanced(atMost: Self.soonest)
    return newBarrier(at: now)
  }

  /// What is due at this time.
  package mutating func due(at now: UInt64) -> [Action] {
    var actions: [Action] = []
    if let time = retryAt, now >= time {
      actions.append(.send(unsent))
      unsent = []
      retryAt = nil
    }
    if let time = lookAt, now >= time {
      // The longer an entry has been missing the more rarely it is looked for: from 2 ms up to a second.
      let age = now.distance(since: max(waiting.last?.at ?? now, barrier?.at ?? 0))
      lookAt = now.advanced(atMost: min(max(age, Self.soonest), Self.latest))
      actions.append(.lookUp(ids: waiting.map(\.id), barrier: barrier?.number))
    }
    return actions
  }

  /// The outcome of a look-up: the ids seen, whether the barrier was seen before that, and the oldest entry's
  /// time.
  package mutating func looked(
    seen: Set<String>, barrierSeen: Bool, oldest: UInt64?, at now: UInt64
  ) -> [Action] {
    var actions: [Action] = []
    let landed = remove { seen.contains($0.id) }
    if !landed.isEmpty || barrierSeen { actions += becomes(available: true) }
    if !landed.isEmpty { actions.append(.landed(landed.map(\.id))) }
    if barrierSeen { actions += dropped(oldest: oldest) }
    if waiting.isEmpty {
      lookAt = nil
      barrier = nil
    } else if let barrier {
      if now.distance(since: barrier.at) >= Self.barrierPatience {
        actions += becomes(available: false) + newBarrier(at: now)
      }
    } else if waiting.contains(where: { now.distance(since: $0.at) >= Self.patience }) {
      actions += newBarrier(at: now)
    }
    return actions
  }

  /// The barrier was seen: what it covers and was not seen was dropped, or lies before the journal's
  /// beginning.
  private mutating func dropped(oldest: UInt64?) -> [Action] {
    guard let covered = barrier?.covers else { return [] }
    barrier = nil
    let missing = remove { covered.contains($0.id) }
    let reach = oldest ?? 0
    let retired = missing.filter { $0.wall < reach }.map(\.id)
    let again = missing.filter { $0.wall >= reach }.map(\.id)
    return (retired.isEmpty ? [] : [.retired(retired)]) + (again.isEmpty ? [] : [.send(again)])
  }

  private mutating func newBarrier(at now: UInt64) -> [Action] {
    barriers += 1
    barrier = Barrier(number: barriers, at: now, covers: Set(waiting.map(\.id)))
    return [.sendBarrier(barriers)]
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
