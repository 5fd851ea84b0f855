// SPDX-License-Identifier: Apache-2.0

/// The parts of a report, as their headings name them: 一、2022年工作回顾, 二、2023年重点任务.
struct Sections {
  /// The headings in order.
  private let headings: [Range<Int>]

  /// A heading is no longer than this.
  private static let longest = 40

  init(text: CleanText, paragraphs: [Range<Int>], words: ListWords) {
    headings = paragraphs.filter { paragraph in
      paragraph.count <= Self.longest && words.stands(.section, in: text, paragraph)
        && text.first(in: paragraph, where: Marks.endsClause) == paragraph.upperBound
    }
  }

  /// The last heading above a place, or nil.
  func heading(above place: Int) -> Range<Int>? { headings.last { $0.upperBound <= place } }
}
