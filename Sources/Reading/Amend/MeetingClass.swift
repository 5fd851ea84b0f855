// SPDX-License-Identifier: Apache-2.0

internal import Lexicon
internal import Minutes

/// The words of a meeting's name and the class that follows from them, for a name that a person writes.
///
/// Example: 民政工作座谈会 is of the class 工作会议.
struct MeetingClass {
  let words: String
  let category: String

  /// Throws where the words name no kind of meeting that the table `kinds` has.
  init(naming text: String, _ vocabulary: Vocabulary) throws(AmendmentError) {
    let clean = CleanText(ScalarText(utf8: Array(text.utf8)))
    let finder = MeetingNameFinder(vocabulary: vocabulary)
    let names = finder.names(in: clean.scalars, 0..<clean.scalars.count)
    guard names.count == 1, let name = names.first, name.whole.upperBound == clean.scalars.count else {
      throw AmendmentError(
        what: Saying("\(text) names no kind of meeting", "“\(text)”不是会议类型"),
        hint: Saying("write the words of its name, such as 民政工作会议", "请写会议名称中的词，如民政工作会议"))
    }
    let kind = MeetingKind(name, in: clean, vocabulary)
    (words, category) = (kind.words, kind.category)
  }
}
