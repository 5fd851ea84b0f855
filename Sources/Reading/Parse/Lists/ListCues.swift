// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Minutes

/// The words by which a report announces a list, and how much each says (config/lexicon/list-cues.tsv).
///
/// Example: 会议部署七项任务 speaks for tasks, 谈了四点体会 for experience.
struct ListCues: Sendable {
  /// What a list may be about: tasks, or one of the other kinds.
  enum About: Hashable, Sendable {
    case tasks
    case other(OtherList.About)

    init?(_ name: String) {
      if name == "tasks" {
        self = .tasks
      } else if let about = OtherList.About(rawValue: name) {
        self = .other(about)
      } else {
        return nil
      }
    }
  }

  private struct Cue: Sendable {
    var about: About
    var weight: Double
  }

  /// How many scalars before the list are its very announcement.
  private static let last = 12

  private let words: WordTrie
  private let cues: [Cue?]

  init(_ vocabulary: Vocabulary) {
    words = vocabulary.words
    cues = vocabulary[.listCues].map { row in
      About(row[1] ?? "").map { Cue(about: $0, weight: Double(row[2] ?? "") ?? 1) }
    }
  }

  /// The weight of each kind in `range`: that of its strongest word, and a third of the others'.
  ///
  /// What stands in the last sentence counts in full, its last words
  /// twice, what stands before by a third.
  func weigh(_ range: Range<Int>, of text: CleanText) -> [About: Double] {
    let near = lastSentence(of: range, in: text)
    var strongest: [About: Double] = [:]
    var sums: [About: Double] = [:]
    var place = range.lowerBound
    while place < range.upperBound {
      guard let found = words.longest(of: .listCues, in: text.scalars, at: place),
        found.range.upperBound <= range.upperBound, let cue = cues[found.row]
      else {
        place += 1
        continue
      }
      let factor = place < near ? 1.0 / 3 : found.range.upperBound > range.upperBound - Self.last ? 2 : 1
      sums[cue.about, default: 0] += cue.weight * factor
      strongest[cue.about] = max(strongest[cue.about] ?? 0, cue.weight * factor)
      place = found.range.upperBound
    }
    return strongest.reduce(into: [:]) { weights, kind in
      weights[kind.key] = kind.value + ((sums[kind.key] ?? 0) - kind.value) / 3
    }
  }

  /// How much speaks for tasks in `range`; nothing where more speaks for anything else: 会议总结了以下三项工作.
  func tasks(in range: Range<Int>, of text: CleanText) -> Double {
    let weights = weigh(range, of: text)
    let tasks = weights[.tasks] ?? 0
    return weights.values.allSatisfy { $0 <= tasks } ? tasks : 0
  }

  /// Where the sentence begins that ends with `range`, its own closing mark aside.
  private func lastSentence(of range: Range<Int>, in text: CleanText) -> Int {
    var place = text.trimmed(range).upperBound - 1
    while place > range.lowerBound {
      let before = text.scalars[place - 1]
      if Marks.isFullStop(before) || before == Marks.newline { break }
      place -= 1
    }
    return max(place, range.lowerBound)
  }
}
