// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// A text ready to be read: simplified, joined, without chrome marks, and true to its source by spans.
///
/// Lines are paragraphs; a paragraph's range excludes its line end, and empty lines are none. Positions are
/// scalars of the clean text; `span(of:)` takes them back to the source.
package struct CleanText: Sendable {
  package let scalars: [UInt32]
  package let origins: [Int32]
  package let paragraphs: [Range<Int>]
  package let damage: [Damage]
  /// The pages that have paragraphs, each with the place of its first one among all; empty where there are no
  /// pages.
  private let pages: [(number: Int, first: Int)]

  package init(_ text: ScalarText, damage: [Damage] = [], pages: [TextPage] = []) {
    scalars = text.scalars
    origins = text.origins
    self.damage = damage
    var paragraphs: [Range<Int>] = []
    var start = 0
    for (place, scalar) in scalars.enumerated() where scalar == 0x0A {
      if place > start { paragraphs.append(start..<place) }
      start = place + 1
    }
    if start < scalars.count { paragraphs.append(start..<scalars.count) }
    self.paragraphs = paragraphs
    self.pages =
      pages.isEmpty ? [] : Self.first(of: pages, paragraphs.map { Int(text.origins[$0.lowerBound]) })
  }

  /// The first paragraph that begins on each page; `starts` are where paragraphs begin in the source.
  private static func first(of pages: [TextPage], _ starts: [Int]) -> [(number: Int, first: Int)] {
    var found: [(number: Int, first: Int)] = []
    var page = 0
    for (place, start) in starts.enumerated() {
      while page + 1 < pages.count, pages[page + 1].start <= start { page += 1 }
      if found.last?.number != pages[page].number { found.append((pages[page].number, place)) }
    }
    return found
  }

  /// The words of a range.
  package func string(_ range: Range<Int>) -> String {
    String(scalars: scalars[range])
  }

  /// Where a range stands in the source.
  package func span(of range: Range<Int>) -> Span {
    guard let last = range.last else { return Span(start: 0, end: 0) }
    return Span(start: Int(origins[range.lowerBound]), end: Int(origins[last]) + 1)
  }

  /// The number of the paragraph that a place lies in, from 1.
  package func paragraph(at place: Int) -> Int {
    var low = 0
    var high = paragraphs.count
    while low < high {
      let middle = (low + high) / 2
      if paragraphs[middle].upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low + 1
  }

  /// The words of a range with their place.
  package func excerpt(_ range: Range<Int>) -> Excerpt {
    let paragraph = paragraph(at: range.lowerBound)
    let page = pages.last { $0.first < paragraph }
    return Excerpt(
      text: string(range), span: span(of: range), paragraph: paragraph - (page?.first ?? 0),
      page: page?.number)
  }
}
