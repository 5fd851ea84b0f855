// SPDX-License-Identifier: Apache-2.0

internal import Minutes
internal import FoundationEssentials

/// Whether a result meets its target.
///
/// An upper limit (1.15倍以内) is met from below, everything else from above. 左右 and 约 count as met from 97 %.
enum Verdict {
  static func isMet(target: Quantity, result: Quantity) -> Bool? {
    guard let reached = result.value else { return nil }
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
