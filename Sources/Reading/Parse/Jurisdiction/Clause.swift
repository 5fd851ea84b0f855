// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// A stretch between two marks, with what it says about places.
///
/// The grammar of a report's lead: [host] [在 venue] 召开 [scope or place] 民政工作会议, or the name alone before 召开.
struct Clause {
  var range: Range<Int>
  var tokens: [PlaceToken]

  /// The name of the meeting that the clause tells of, as the index of its token; nil for a meeting only
  /// cited.
  var meeting: Int? {
    var cited = false
    for (place, token) in tokens.enumerated() {
      switch token.role {
      case .cite: cited = true
      case .hold: cited = false
      case .meeting where !cited && token.range.lowerBound > range.lowerBound + 1 && !isSpirit(after: place):
        return place
      default: break
      }
    }
    return nil
  }

  /// The tokens before the first word that cites: of 云岫市民政局传达全省民政工作会议精神 those of the city.
  var uncited: ArraySlice<PlaceToken> { tokens.prefix { $0.role != .cite } }

  /// 全省民政工作会议和…精神: the meeting is cited for its spirit.
  private func isSpirit(after place: Int) -> Bool {
    tokens[(place + 1)...].contains { $0.role == .spirit }
  }

  /// The unit that the meeting's name or its host calls the whole of: 全市.
  func scope(before meeting: Int) -> DivisionUnit? { tokens[..<meeting].lazy.compactMap(\.scope).last }

  /// The tokens of the meeting's name: those after the last 召开 before it.
  func name(of meeting: Int) -> ArraySlice<PlaceToken> {
    let hold = tokens[..<meeting].lastIndex { $0.role == .hold }
    return tokens[(hold.map { $0 + 1 } ?? 0)..<meeting]
  }

  /// The tokens before the 召开 that stands before the meeting's name.
  func host(of meeting: Int) -> ArraySlice<PlaceToken> {
    tokens[..<(tokens[..<meeting].lastIndex { $0.role == .hold } ?? 0)]
  }
}

extension Clause {
  /// The clauses of a stretch of text; a full stop, a comma, a bracket or a space ends one.
  static func clauses(of text: [UInt32], in range: Range<Int>, _ scanner: PlaceScanner) -> [Clause] {
    var clauses: [Clause] = []
    var start = range.lowerBound
    let marks = Self.marks
    for place in range.lowerBound...range.upperBound
    where place == range.upperBound || marks.contains(text[place]) {
      if place > start {
        let clause = start..<place
        clauses.append(Clause(range: clause, tokens: scanner.tokens(in: text, clause)))
      }
      start = place + 1
    }
    return clauses
  }

  private static let marks = ScalarSet("，。；：！？（）()【】《》〈〉,;:!?|—／/_ \u{3000}\n\t")
}
