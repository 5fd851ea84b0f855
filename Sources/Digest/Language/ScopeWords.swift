// SPDX-License-Identifier: Apache-2.0

package import Diff

/// Tells in another language what a change's `scope` says in Chinese.
///
/// Scopes are words of few shapes made by the detectors: 馆藏4次会议, 已收录3家, 5/9家, 2023年提出, 早35天. What is of no known shape is
/// a title or a word of a report and stays as it is.
extension Voice {
  func scope(_ text: String) -> String {
    if language == .chinese { return text }
    let numbers = text.split { !$0.isNumber && $0 != "." }.map(String.init)
    guard let first = numbers.first else { return text }
    if text.hasPrefix("馆藏") {
      return self(.reachHeld, first) + (numbers.count > 1 ? self(.reachOthers, numbers[1]) : "")
    }
    if text.hasSuffix("家"), text.contains("/"), numbers.count == 2 {
      return self(.peersHaving, first, numbers[1])
    }
    if text.hasPrefix("已收录") { return self(.reachPeers, first) }
    if text.hasSuffix("年提出") { return self(.setIn, first) }
    if text.hasPrefix("早"), text.hasSuffix("天") { return self(.daysEarlier, first) }
    if text.contains("次（每千字"), numbers.count > 1 { return self(.times, first, numbers[1]) }
    if text.hasSuffix("不编号") { return self(.form, first, self(.formPlain)) }
    if let open = text.firstIndex(of: "“"), text.contains("项，以"), let close = text.firstIndex(of: "”") {
      return self(.form, first, self(.formMarked, String(text[text.index(after: open)..<close])))
    }
    return text
  }

  /// Why two figures are not subtracted, or what changed beside the value.
  package func note(_ note: FigurePair.Note) -> String {
    switch note {
    case .periodsDiffer: self(.notePeriods)
    case .measuresDiffer: self(.noteMeasures)
    case .totalsOfLevels: self(.noteLevels)
    case .rangeGiven: self(.noteRange)
    case .wordsChanged: self(.noteWords)
    case .qualifierChanged: self(.noteQualifier)
    case .revisedBase: self(.noteRevised)
    case .metEarly: self(.noteEarly)
    }
  }
}
