// SPDX-License-Identifier: Apache-2.0

internal import Minutes
internal import Synchronization

/// The readings decoded last, by their text: the same baselines serve one report after another, and one
/// report is read several times on its way.
///
/// The key is the text itself, so a reading that was replaced is never mistaken for its successor.
final class ReadingCache: Sendable {
  /// Enough for the peers of a level and a series' history; a reading of a long report takes some 100 kB.
  private static let capacity = 96

  /// A reading's text as a key, hashed by its length and its end, where the title stands.
  private struct Key: Hashable {
    let text: [UInt8]

    func hash(into hasher: inout Hasher) {
      hasher.combine(text.count)
      text.suffix(64).withUnsafeBytes { hasher.combine(bytes: $0) }
    }
  }

  private struct State {
    var meetings: [Key: Meeting] = [:]
    /// The keys in order of arrival; the oldest goes first.
    var order: [Key] = []
  }

  private let state = Mutex(State())

  /// The meeting that the text holds; decoded only where it is not at hand.
  func meeting(of text: [UInt8]) throws -> Meeting {
    let key = Key(text: text)
    if let known = state.withLock({ $0.meetings[key] }) { return known }
    let meeting = try value(Meeting.self, of: text)
    state.withLock { state in
      guard state.meetings.updateValue(meeting, forKey: key) == nil else { return }
      state.order.append(key)
      if state.order.count > Self.capacity { state.meetings[state.order.removeFirst()] = nil }
    }
    return meeting
  }
}
