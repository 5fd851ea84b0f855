// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// The clauses of a report, by where they stand.
///
/// They are cut when they are asked for: most reports tell in their lead whose meeting it is, and only where they do not
/// are all their places counted.
final class JurisdictionReport {
  /// The lead is where the meeting is told of: this many clauses are enough for pages that begin with a
  /// byline.
  private static let leadClauses = 24
  /// Only short lines are credits.
  private static let creditLength = 80
  /// So many lines around an article are looked at: a file of a thousand meetings must not be read whole for each.
  private static let creditDistance = 40

  private let article: Article
  private let text: CleanText
  private let name: String
  private let publisher: String?
  private let scanner: PlaceScanner

  private(set) lazy var title = article.title.map(clauses) ?? []
  private(set) lazy var fileName = clauses(name)
  /// The paragraphs that the lead lies in.
  private lazy var lead = leadingParagraphs()
  private(set) lazy var paragraphs = lead + article.paragraphs.dropFirst(lead.count).map(clauses)
  private(set) lazy var credits =
    Self.lines(around: article, text).filter { $0.count <= Self.creditLength }.map(clauses)
    .filter { $0.contains(where: Self.isCredit) }.flatMap(\.self) + (publisher.map(clauses) ?? [])
  /// The clauses in which the meeting is told of by name, each with the clauses before it in its paragraph.
  private(set) lazy var meetingClauses = tellingClauses()

  init(
    _ article: Article, _ text: CleanText, named fileName: String, publisher: String?, _ scanner: PlaceScanner
  ) {
    (self.article, self.text, self.scanner) = (article, text, scanner)
    (name, self.publisher) = (fileName, publisher)
  }

  private func clauses(_ range: Range<Int>) -> [Clause] {
    Clause.clauses(of: text.scalars, in: range, scanner)
  }

  private func clauses(_ string: String) -> [Clause] {
    let scalars = [UInt32](string)
    return Clause.clauses(of: scalars, in: 0..<scalars.count, scanner)
  }

  private func leadingParagraphs() -> [[Clause]] {
    var lead: [[Clause]] = []
    var seen = 0
    for paragraph in article.paragraphs where seen < Self.leadClauses {
      lead.append(clauses(paragraph))
      seen += lead[lead.count - 1].count
    }
    return lead
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

  private func tellingClauses() -> [(clause: Clause, meeting: Int, before: ArraySlice<Clause>)] {
    var found: [(Clause, Int, ArraySlice<Clause>)] = []
    for paragraph in lead {
      for (place, clause) in paragraph.enumerated() {
        if let meeting = clause.meeting { found.append((clause, meeting, paragraph[..<place])) }
      }
    }
    for clause in title { if let meeting = clause.meeting { found.append((clause, meeting, [])) } }
    return found
  }
}
