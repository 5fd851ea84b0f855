// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

/// What bounds one side of a movement, before, within or after its number: 不足40%, 230余万, 60家以上.
struct Bound {
  private var before = ""
  private var within = ""
  private var after = ""

  var isEmpty: Bool { before.isEmpty && within.isEmpty && after.isEmpty }

  /// `words` is the passage of the source, empty where it is not at hand.
  init(_ quantity: Quantity, _ words: String) {
    if let word = Self.word(quantity.qualifier, in: words) {
      before = word
      return
    }
    switch quantity.qualifier {
    case .exact: break
    case .about: after = "左右"
    case .over where quantity.multiplier > 0 && (words.isEmpty || words.contains("余")): within = "余"
    case .over: before = "超过"
    case .nearly: before = "近"
    case .atLeast: after = "以上"
    case .atMost: after = "以内"
    }
  }

  /// The number with its scale and unit, bounded.
  func around(_ number: String, _ unit: String) -> String { before + number + within + unit + after }

  /// The source's own word before the number, where its usual one would say something else.
  ///
  /// 不足 falls short of the number, 以内 may reach it; 能力不足 bounds no number.
  static func word(_ qualifier: Quantity.Qualifier, in words: String) -> String? {
    let known: [String] =
      switch qualifier {
      case .about: ["约"]
      case .atMost: ["不足", "不到"]
      case .exact, .over, .nearly, .atLeast: []
      }
    return known.first { word in
      words.split(separator: word, omittingEmptySubsequences: false).dropFirst().contains {
        $0.first.map { $0.isNumber || "百千万半两".contains($0) } ?? false
      }
    }
  }
}

extension FigurePair {
  /// True where a difference may be told to the digit: both numbers are exact, or it is a target that moved.
  var isExact: Bool {
    guard let from, let to else { return false }
    return to.aspect == .target || (from.quantity.qualifier == .exact && to.quantity.qualifier == .exact)
  }
}
