// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import Minutes

/// The same ratio of the same period side by side with a peer that is ahead: 护理型床位占比 云岫61.3%、澜浦53.5%.
///
/// Only shares, since totals of two places are not told against each other; which way is better is not
/// judged. Beside many peers a ratio is told once, against the one that is furthest ahead and with the number
/// of those that are.
enum PeerRatios {
  static func find(_ sides: [Comparing]) -> [Change] {
    let ahead = sides.map(find)
    guard sides.count > Peers.few else { return ahead.flatMap(\.self) }
    let figures = sides[0].meeting.figures
    let groups = Dictionary(grouping: ahead.flatMap(\.self)) { $0.figures?.to }
    return figures.unique.compactMap { groups[$0].flatMap { furthest($0, of: sides.count) } }
  }

  private static func find(_ side: Comparing) -> [Change] {
    side.comparison.figures.compactMap { pair in
      guard pair.from?.aspect != .target, let delta = pair.delta, delta < 0 else { return nil }
      return FigureChange.make(.peerAhead, pair, in: side, rule: "peer-ratios")
    }
  }

  /// The change against the peer that is furthest ahead, who stands first among those that are.
  private static func furthest(_ changes: [Change], of count: Int) -> Change? {
    let order = changes.enumerated().sorted {
      ($0.element.figures?.delta ?? 0, $0.offset) < ($1.element.figures?.delta ?? 0, $1.offset)
    }.map(\.element)
    guard var change = order.first else { return nil }
    change.baselines = order.flatMap(\.baselines).unique(without: [])
    change.scope = "\(change.baselines.count)/\(count)家"
    return change
  }
}

extension [Figure] {
  /// Each once, in their order.
  fileprivate var unique: [Figure] {
    var seen: Set<Figure> = []
    return filter { seen.insert($0).inserted }
  }
}
