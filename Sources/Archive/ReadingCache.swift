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

  private struct State {
    var meetings: [String: Meeting] = [:]
    /// The keys in order of arrival; the oldest goes first.
    var order: [String] = []
  }

  private let state = Mutex(State())

  /// The meeting that `text` holds; decoded only where it is not at hand.
  func meeting(of text: String, decode: (String) throws -> Meeting) rethrows -> Meeting {
    if let known = state.withLock({ $0.meetings[text] }) { return known }
    let meeting = try decode(text)
    state.withLock { state in
      guard state.meetings.updateValue(meeting, forKey: text) == nil else { return }
      state.order.append(text)
      if state.order.count > Self.capacity { state.meetings[state.order.removeFirst()] = nil }
    }
    return meeting
  }
}
