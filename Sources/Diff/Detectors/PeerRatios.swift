// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import Minutes

/// The same ratio of the same period side by side with a peer that is ahead: 护理型床位占比 云岫61.3%、澜浦53.5%.
///
/// Only shares, since totals of two places are not told against each other; which way is better is not
/// judged.
enum PeerRatios {
  static func find(_ side: Comparing) -> [Change] {
    side.comparison.figures.compactMap { pair in
      guard pair.from?.aspect != .target, let delta = pair.delta, delta < 0 else { return nil }
      return FigureChange.make(.peerAhead, pair, in: side, rule: "peer-ratios")
    }
  }
}
