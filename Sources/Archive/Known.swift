// SPDX-License-Identifier: Apache-2.0
internal import Synchronization

/// What the one writer of the archive knows of it without asking.
struct Known {
  /// How many meetings are kept; nil until they were counted, and where a transaction failed.
  var meetings: Int?
  /// How many arrivals are kept, likewise.
  var arrivals: Int?
  /// True where entries were queued as ones that the journal had, until somebody has asked.
  var hasReplays = false
  /// Grows with everything that may change what a meeting is compared with.
  var changes = 0
}

extension MeetingArchive {
  /// A number that is another one as soon as the archive has learnt anything that a meeting may be compared with.
  package var changesOfReadings: Int { known.withLock(\.changes) }

  /// True once after entries were queued that the journal had before they were forgotten: see `replays`.
  package func takeReplays() -> Bool {
    known.withLock { known in
      defer { known.hasReplays = false }
      return known.hasReplays
    }
  }

  /// To be said by whoever queues entries that the journal had.
  func noteReplays() { known.withLock { $0.hasReplays = true } }

  /// To be said by whoever enters an arrival or lets go of some.
  func noteArrivals(_ more: Int) {
    known.withLock { known in known.arrivals = known.arrivals.map { $0 + more } }
  }

  /// To be said by whoever changes readings; `meetings` is how many more there are now.
  func noteChange(meetings: Int = 0) {
    known.withLock { known in
      known.changes += 1
      known.meetings = known.meetings.map { $0 + meetings }
    }
  }
}
