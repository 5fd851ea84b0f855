// SPDX-License-Identifier: Apache-2.0

internal import Lexicon

/// Finds the lines that make one headline: a shoulder line, the line itself, a subtitle, a deck.
///
/// Example: 全市民政工作会议强调 lacks what was stressed, which the next line tells; ——2023年全市民政工作会议召开 belongs to the
/// line above it; 云某某出席并讲话 says who spoke at the meeting of the line above. 副市长 云某某 says nothing and is a byline,
/// ——2023年1月6日在市人民代表大会第三次会议上 the occasion of a speech: both are no words of the headline.
struct HeadlineStack {
  let vocabulary: Vocabulary
  let text: CleanText
  let lines: [PageLine]

  /// The lines of the headline that one of its lines belongs to.
  func headline(around line: Int) -> Range<Int> {
    var first = line
    var next = line + 1
    while isHeading(first - 1), isSubtitle(first) && !tellsOccasion(first) || isShoulder(first - 1) {
      first -= 1
    }
    while isHeading(next), !tellsOccasion(next), isSubtitle(next) || tellsPart(next) { next += 1 }
    return first..<next
  }

  private func isHeading(_ line: Int) -> Bool { lines.indices.contains(line) && lines[line].kind == .heading }

  private func isSubtitle(_ line: Int) -> Bool { text.scalars[lines[line].range.lowerBound] == 0x2014 }

  /// 全市民政工作会议强调: a meeting that says something, and not what.
  private func isShoulder(_ line: Int) -> Bool {
    guard let meeting = names(in: line).last else { return false }
    let rest = meeting.suffix.upperBound..<lines[line].range.upperBound
    return ListWords(vocabulary).ends(.speech, in: text, rest)
  }

  /// ——2023年1月6日在…会议上 and 在全市民政工作会议上的讲话: when and where the words were said.
  private func tellsOccasion(_ line: Int) -> Bool {
    guard let name = names(in: line).last else { return false }
    let rest = name.suffix.upperBound..<lines[line].range.upperBound
    return text.scalars[rest].contains(0x4E0A)
  }

  /// 云某某出席并讲话: a short line that ends with what somebody did at the meeting.
  private func tellsPart(_ line: Int) -> Bool {
    let range = lines[line].range
    return range.count <= 24
      && range.dropFirst(2).contains { place in
        vocabulary.words.longest(of: .parts, in: text.scalars, at: place)?.range.upperBound
          == range.upperBound
      }
  }

  private func names(in line: Int) -> [MeetingName] {
    MeetingNameFinder(vocabulary: vocabulary).names(in: text.scalars, lines[line].range)
  }
}
