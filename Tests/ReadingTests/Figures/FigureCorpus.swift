// SPDX-License-Identifier: Apache-2.0
import Foundation
import Lexicon
import Minutes
import Reading
import TestKit

/// The rows of the figure corpora, and one way to read a sentence.
enum FigureCorpus {
  static func rows(_ name: String) -> [[String]] {
    let url = Repository.fixtures.appending(path: "corpus/\(name).tsv")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  static let vocabulary = BaseLexicon.vocabulary

  /// The figures of a sentence in a report of 2023; `isTask` puts it into a priority.
  static func figures(_ sentence: String, isTask: Bool = false) -> [Figure] {
    let text = CleanText(ScalarText(utf8: Array(sentence.utf8)))
    var frame = MeetingFrame(kind: "民政工作会议", category: "工作会议")
    frame.reviewPeriods = [Period(year: 2022)]
    frame.planPeriods = [Period(year: 2023)]
    let whole = text.excerpt(0..<text.scalars.count)
    let tasks = isTask ? [whole.span] : []
    return FigureParser(vocabulary: vocabulary).figures(in: text.paragraphs, of: text, frame, tasks)
  }
}
