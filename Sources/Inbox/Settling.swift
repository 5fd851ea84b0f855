// SPDX-License-Identifier: Apache-2.0

/// Decides when a file in the folder is complete: a state machine without clock, kernel or disk.
///
/// A file that was seen to be closed after writing or moved in is complete at once. One that was only found
/// by looking has to keep its state for the settling time, because nothing tells whether somebody is still
/// writing; ext4 shows the final size before a byte is written, so even a steady size is only a guess. One
/// that grew after its creation was seen is being written: its closing will be seen, or else it has to rest
/// for a minute. Empty files get ten minutes.
///
/// Times are nanoseconds of a clock that only goes forward. Each name is handed out once, until `finished`
/// says what came of it; what happens to it in between is remembered and looked at afterwards.
package struct Settling: Sendable {
  package enum Action: Sendable, Hashable {
    /// The file is complete: copy it, as an empty one only where it has been empty for long enough.
    case take(FileName, mayBeEmpty: Bool = false)
    /// It is reported now, and left alone until something happens to it.
    case giveUp(FileName, Reason)
  }

  /// Why a file is reported without having been taken.
  package enum Reason: String, Sendable, Hashable {
    /// It could not be opened for 60 seconds.
    case unreadable
    /// It changed while it was copied, five times and for ten seconds; or its writer never rested for an hour.
    case neverQuiet = "never-quiet"
  }

  /// What came of a file that was handed out.
  package enum Outcome: Sendable, Hashable {
    /// Taken, or refused for good: nothing more to do with this state of it.
    case done
    /// It changed during the copy.
    case changed
    /// It was not taken for the machine's sake: a full disk, say. It is handed out again after the settling
    /// time.
    case postponed
    /// It could not be opened.
    case unreadable
    /// It is no longer there.
    case gone
  }

  private struct Entry {
    var state: FileState?
    var dueAt: UInt64?
    var isOut = false
    /// It was seen in another state while it was handed out.
    var isTouched = false
    /// It was completed again while it was handed out.
    var isCompletedAgain = false
    var changes = 0
    var changingSince: UInt64?
    var unreadableSince: UInt64?
    var isGivenUp = false
    /// Its creation was seen, its closing not: a link to a complete file, or a file still to be written.
    var isCreated = false
    /// It was written to after its creation, which no link is.
    var isBeingWritten = false
    /// How often it was found to be still written.
    var looks = 0
  }

  private static let second: UInt64 = 1_000_000_000
  private static let patienceForEmpty: UInt64 = 600 * second
  private static let patienceForWriters: UInt64 = 60 * second
  private static let looksAtWriters = 60
  private static let patienceForUnreadable: UInt64 = 60 * second
  private static let changesAllowed = 5
  private static let patienceForChanges: UInt64 = 10 * second

  private let settle: UInt64
  private var entries: [FileName: Entry] = [:]

  /// `settle` is `SettleSec=` in nanoseconds.
  package init(settle: UInt64 = 2_000_000_000) { self.settle = settle }

  /// When the next names are due, or nil.
  package var nextDeadline: UInt64? { entries.values.compactMap(\.dueAt).min() }

  /// The file was closed after writing, or moved in, while we watched.
  package mutating func completed(_ name: FileName, state: FileState, at now: UInt64) -> [Action] {
    if state.size == 0 {
      entries[name]?.isCreated = false
      entries[name]?.isBeingWritten = false
      return found(name, state: state, at: now)
    }
    var entry = entries[name] ?? Entry()
    entry.state = state
    entry.dueAt = nil
    (entry.isCreated, entry.isBeingWritten) = (false, false)
    entry.isGivenUp = false
    entry.isCompletedAgain = entry.isOut
    defer { entries[name] = entry }
    return handOut(name, &entry)
  }

  /// The name was created while we watched; `found` tells in which state.
  package mutating func created(_ name: FileName) { entries[name, default: Entry()].isCreated = true }

  /// Events were lost, and the closing of a file may have been among them: what is being written has only to
  /// settle.
  package mutating func missed(at now: UInt64) {
    for (name, entry) in entries where entry.isCreated {
      entries[name]?.isCreated = false
      entries[name]?.isBeingWritten = false
      if entry.isBeingWritten, entry.dueAt != nil { entries[name]?.dueAt = now.later(by: settle) }
    }
  }

  /// The file was seen in this state, by a scan, a link's creation, a change of attributes, or because it was
  /// due.
  package mutating func found(_ name: FileName, state: FileState, at now: UInt64) -> [Action] {
    var entry = entries[name] ?? Entry()
    defer { entries[name] = entry }
    if entry.state == state {
      guard let due = entry.dueAt, now >= due, !entry.isGivenUp else { return [] }
      return handOut(name, &entry, mayBeEmpty: state.size == 0)
    }
    if entry.isCreated, let before = entry.state,
      (before.size, before.modified) != (state.size, state.modified)
    {
      entry.isBeingWritten = true
    }
    entry.state = state
    entry.isGivenUp = false
    if entry.isOut {
      entry.isTouched = true
      return []
    }
    entry.dueAt = now.later(by: patience(for: entry, state))
    entry.looks += entry.isBeingWritten ? 1 : 0
    return entry.looks > Self.looksAtWriters ? giveUp(name, &entry, .neverQuiet) : []
  }

  private func patience(for entry: Entry, _ state: FileState) -> UInt64 {
    if state.size == 0 { return Self.patienceForEmpty }
    return entry.isBeingWritten ? Self.patienceForWriters : settle
  }

  /// The file is not there (any more), or needs no looking at.
  package mutating func vanished(_ name: FileName) {
    if entries[name]?.isOut == true {
      entries[name]?.isTouched = true
    } else {
      entries[name] = nil
    }
  }

  /// The names to look at now: call `found` or `vanished` for each.
  package func due(at now: UInt64) -> [FileName] {
    entries.filter { ($0.value.dueAt ?? .max) <= now }.keys.sorted()
  }

  /// What came of a file that was handed out.
  package mutating func finished(_ name: FileName, _ outcome: Outcome, at now: UInt64) -> [Action] {
    guard var entry = entries[name], entry.isOut else { return [] }
    entry.isOut = false
    let actions = settle(name, &entry, outcome, at: now)
    // What needs no further look is forgotten: the ledger remembers it.
    entries[name] = entry.dueAt == nil && !entry.isGivenUp && !entry.isOut ? nil : entry
    return actions
  }

  private func settle(
    _ name: FileName, _ entry: inout Entry, _ outcome: Outcome, at now: UInt64
  ) -> [Action] {
    switch outcome {
    case .done, .gone:
      let before = entry
      entry = Entry()
      if before.isCompletedAgain { return handOut(name, &entry) }
      if before.isTouched { entry.dueAt = now.later(by: settle) }
      return []
    case .changed:
      // A version that took its place meanwhile is complete itself: that is not unrest.
      if entry.isCompletedAgain { return handOut(name, &entry) }
      entry.changes += 1
      let since = entry.changingSince ?? now
      entry.changingSince = since
      // Five versions may replace one another within a moment; unrest is what lasts.
      if entry.changes >= Self.changesAllowed, now >= since.later(by: Self.patienceForChanges) {
        // Not known in the state in which it comes to rest at last: then it is taken.
        entry.state = nil
        return giveUp(name, &entry, .neverQuiet)
      }
      entry.state = nil
      entry.dueAt = now.later(by: settle)
      return []
    case .postponed:
      if entry.isCompletedAgain { return handOut(name, &entry) }
      entry.dueAt = now.later(by: max(settle, Self.second))
      return []
    case .unreadable:
      let since = entry.unreadableSince ?? now
      entry.unreadableSince = since
      entry.dueAt = now.later(by: max(settle, Self.second))
      return now >= since.later(by: Self.patienceForUnreadable) ? giveUp(name, &entry, .unreadable) : []
    }
  }

  private func giveUp(_ name: FileName, _ entry: inout Entry, _ reason: Reason) -> [Action] {
    entry.dueAt = nil
    entry.isGivenUp = true
    (entry.changes, entry.changingSince) = (0, nil)
    entry.looks = 0
    entry.unreadableSince = nil
    return [.giveUp(name, reason)]
  }

  private func handOut(_ name: FileName, _ entry: inout Entry, mayBeEmpty: Bool = false) -> [Action] {
    entry.dueAt = nil
    guard !entry.isOut else { return [] }
    entry.isOut = true
    entry.isTouched = false
    entry.isCompletedAgain = false
    return [.take(name, mayBeEmpty: mayBeEmpty)]
  }
}

extension UInt64 {
  /// A time later by this much, or the latest there is.
  func later(by step: UInt64) -> UInt64 {
    let (sum, overflow) = addingReportingOverflow(step)
    return overflow ? .max : sum
  }
}
