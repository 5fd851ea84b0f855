// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// The clauses of a report, by where they stand.
struct JurisdictionReport {
  /// The lead is where the meeting is told of: this many clauses are enough for pages that begin with a
  /// byline.
  private static let leadClauses = 24
  /// Only short lines are credits.
  private static let creditLength = 80
  /// So many lines around an article are looked at: a file of a thousand meetings must not be read whole for each.
  private static let creditDistance = 40

  let title: [Clause]
  let paragraphs: [[Clause]]
  let credits: [Clause]
  let fileName: [Clause]

  init(
    _ article: Article, _ text: CleanText, named fileName: String, publisher: String?, _ scanner: PlaceScanner
  ) {
    func clauses(_ range: Range<Int>) -> [Clause] { Clause.clauses(of: text.scalars, in: range, scanner) }
    func clauses(_ string: String) -> [Clause] {
      let scalars = string.unicodeScalars.map(\.value)
      return Clause.clauses(of: scalars, in: 0..<scalars.count, scanner)
    }
    title = article.title.map(clauses) ?? []
    paragraphs = article.paragraphs.map(clauses)
    let lines = Self.lines(around: article, text).filter { $0.count <= Self.creditLength }.map(clauses)
    credits =
      lines.filter { $0.contains(where: Self.isCredit) }.flatMap(\.self) + (publisher.map(clauses) ?? [])
    self.fileName = clauses(fileName)
  }

  /// A byline may stand in the article or, as a part of the page, around it.
  private static func lines(around article: Article, _ text: CleanText) -> ArraySlice<Range<Int>> {
    guard let first = article.paragraphs.first, let last = article.paragraphs.last else {
      return text.paragraphs[...]
    }
    // Paragraphs count from 1.
    let start = text.paragraph(at: first.lowerBound) - 1 - creditDistance
    let end = text.paragraph(at: last.lowerBound) + creditDistance
    return text.paragraphs[max(0, start)..<min(text.paragraphs.count, end)]
  }

  private static func isCredit(_ clause: Clause) -> Bool { clause.tokens.contains { $0.role == .credit } }

  /// The clauses in which the meeting is told of by name, each with the clauses before it in its paragraph.
  var meetingClauses: [(clause: Clause, meeting: Int, before: ArraySlice<Clause>)] {
    var found: [(Clause, Int, ArraySlice<Clause>)] = []
    var seen = 0
    for paragraph in paragraphs where seen < Self.leadClauses {
      for (place, clause) in paragraph.enumerated() {
        if let meeting = clause.meeting { found.append((clause, meeting, paragraph[..<place])) }
      }
      seen += paragraph.count
    }
    for clause in title { if let meeting = clause.meeting { found.append((clause, meeting, [])) } }
    return found
  }
}
