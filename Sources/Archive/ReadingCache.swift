// SPDX-License-Identifier: Apache-2.0

internal import Minutes
internal import Synchronization

/// The readings decoded last, by their text: the same baselines serve one report after another.
///
/// Decoding takes most of the time of choosing baselines. The key is the text itself, so a reading that was replaced is
/// never mistaken for its successor.
final class ReadingCache: Sendable {
  /// Enough for the peers of a level and a series' history; a reading of a long report takes some 100 kB.
  private static let capacity = 96

  /// A reading's text as a key, hashed by its length and its end, where the title stands.
  ///
  /// Hashing a String normalises all of it first: for thirty readings that took as long as comparing two meetings.
  private struct Key: Hashable {
    let text: String

    func hash(into hasher: inout Hasher) {
      hasher.combine(text.utf8.count)
      for byte in text.utf8.suffix(64) { hasher.combine(byte) }
    }
  }

  private struct State {
    var meetings: [Key: Meeting] = [:]
    /// The keys in order of arrival; the oldest goes first.
    var order: [Key] = []
  }

  private let state = Mutex(State())

  /// The meeting that `text` holds; decoded only where it is not at hand.
  func meeting(of text: String, decode: (String) throws -> Meeting) rethrows -> Meeting {
    let key = Key(text: text)
    if let known = state.withLock({ $0.meetings[key] }) { return known }
    let meeting = try decode(text)
    state.withLock { state in
      guard state.meetings.updateValue(meeting, forKey: key) == nil else { return }
      state.order.append(key)
      if state.order.count > Self.capacity { state.meetings[state.order.removeFirst()] = nil }
    }
    return meeting
  }
}
