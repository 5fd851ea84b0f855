// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Minutes

/// Finds who says what a list holds: the last person named with the floor before it.
///
/// Example: 陈清……对2023年全市民政工作提出指示要求：一是…… is said by 陈清; 会议要求，…… by nobody.
struct Speaker {
  let text: CleanText
  let words: ListWords
  let officials: [Official]

  /// The speaker before a list, nil where it is the meeting that speaks.
  func speaker(of floor: Range<Int>) -> (name: String?, place: Int?) {
    var name: String?
    var place: Int?
    let names = officials.map { ($0.name, $0.name.unicodeScalars.map(\.value)) }
    let firsts = ScalarSet(names.compactMap(\.1.first) + Self.meeting.prefix(1))
    for start in floor where firsts.contains(text.scalars[start]) {
      if let official = names.first(where: { text.has($0.1, at: start) && !$0.1.isEmpty }) {
        guard speaks(after: start + official.1.count, in: floor) else { continue }
        (name, place) = (official.0, start)
      } else if text.has(Self.meeting, at: start), speaks(after: start + Self.meeting.count, in: floor) {
        (name, place) = (nil, start)
      }
    }
    return (name, place)
  }

  private static let meeting = "会议".unicodeScalars.map(\.value)

  /// True where the clauses after a name hold a word of speech: 陈清充分肯定了……，并……提出指示要求.
  private func speaks(after place: Int, in lead: Range<Int>) -> Bool {
    let sentence = text.first(in: place..<max(place, lead.upperBound)) {
      Marks.endsSentence($0) || $0 == Marks.newline
    }
    return words.stands(.speech, in: text, place..<sentence)
  }
}
