// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Minutes

/// Finds who says what a list holds: the last person named with the floor before it.
///
/// He may be named once and meant from then on: 陈清给予高度评价。他强调，一是…….
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
    // Whom a sentence opens with: he is meant by 他强调.
    var subject: String?
    let names = officials.map { ($0.name, $0.name.unicodeScalars.map(\.value)) }
    let firsts = ScalarSet(names.compactMap(\.1.first) + Self.meeting.prefix(1) + Self.pronouns)
    for start in floor where firsts.contains(text.scalars[start]) {
      if let official = names.first(where: { text.has($0.1, at: start) && !$0.1.isEmpty }) {
        if opensSentence(start, floor) { subject = official.0 }
        guard speaks(after: start + official.1.count, in: floor) else { continue }
        (name, place) = (official.0, start)
      } else if text.has(Self.meeting, at: start), isSubject(start), speaks(after: start + 2, in: floor) {
        (name, place) = (nil, start)
      } else if let meant = subject, Self.pronouns.contains(text.scalars[start]), opensSentence(start, floor),
        speaks(after: start + 1, in: floor)
      {
        (name, place) = (meant, start)
      }
    }
    return (name, place)
  }

  /// 会议 in 主持会议时, 在会议上 and 贯彻会议精神 is where, or of what, somebody else speaks.
  private func isSubject(_ place: Int) -> Bool {
    let next = place + Self.meeting.count
    return next >= text.scalars.count || !Self.where.contains(text.scalars[next])
  }

  private func opensSentence(_ place: Int, _ floor: Range<Int>) -> Bool {
    place == floor.lowerBound || Marks.endsSentence(text.scalars[place - 1])
      || Marks.isSpace(text.scalars[place - 1])
  }

  private static let pronouns = "他她".unicodeScalars.map(\.value)
  private static let `where` = ScalarSet("上时中后前精")
  private static let meeting = "会议".unicodeScalars.map(\.value)

  /// True where the clauses after a name hold a word of speech: 陈清充分肯定了……，并……提出指示要求.
  private func speaks(after place: Int, in lead: Range<Int>) -> Bool {
    let sentence = text.first(in: place..<max(place, lead.upperBound)) {
      Marks.endsSentence($0) || $0 == Marks.newline
    }
    return words.stands(.speech, in: text, place..<sentence)
  }
}
