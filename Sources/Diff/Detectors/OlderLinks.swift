// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Links of older meetings of the series to the two that are compared, made when first asked for.
///
/// Three detectors ask where an item stood before, each for several items; pairing anew for each question would take
/// longer than all else in a digest.
final class OlderLinks {
  /// Which of the two meetings an older one is laid beside.
  enum Side: Hashable { case baseline, meeting }

  private struct Pair: Hashable {
    let older: Int
    let side: Side
  }

  private var made: [Pair: [PriorityLinks.Places]] = [:]

  /// The links from the older meeting at this place to one of the two.
  func links(from place: Int, to side: Side, in comparing: Comparing) -> [PriorityLinks.Places] {
    let pair = Pair(older: place, side: side)
    if let links = made[pair] { return links }
    let newer = side == .meeting ? comparing.meeting : comparing.baseline
    let links = PriorityLinks(
      from: comparing.earlier[place], to: newer, as: .previous, words: comparing.words
    ).places
    made[pair] = links
    return links
  }
}
