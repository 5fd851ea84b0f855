// SPDX-License-Identifier: Apache-2.0

internal import Minutes
internal import FoundationEssentials

/// Whether a result meets its target.
///
/// An upper limit (1.15倍以内, 控制在5.5%左右) is met from below, everything else from above. 左右 and 约 count as met from
/// 97 %, or up to 103 % of a limit.
enum Verdict {
  /// The same for whole figures: growth that became a fall has missed its target, and words may set a limit.
  static func isMet(target: Figure, result: Figure, words: FigureWords) -> Bool? {
    if FigurePair.turns(from: target, to: result) { return false }
    let isLimit = words.limits.contains(where: target.excerpt.text.holds)
    return isMet(target: target.quantity, result: result.quantity, isLimit: isLimit)
  }

  /// `isLimit` where words other than the qualifier make the target an upper limit.
  static func isMet(target: Quantity, result: Quantity, isLimit: Bool = false) -> Bool? {
    guard let reached = result.value else { return nil }
    if isLimit, let goal = target.value {
      return reached * 100 <= goal * (target.qualifier == .about || target.qualifier == .nearly ? 103 : 100)
    }
    if let low = target.low, let high = target.high {
      return target.qualifier == .atMost ? reached <= high : reached >= low
    }
    guard let goal = target.value else { return nil }
    switch target.qualifier {
    case .atMost: return reached <= goal
    case .over: return reached > goal || (reached == goal && result.qualifier == .over)
    case .about, .nearly: return reached * 100 >= goal * 97
    case .exact, .atLeast: return reached >= goal
    }
  }
}
