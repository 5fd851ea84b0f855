// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Minutes
import Reading
import TestKit
import Testing

/// A row of the corpus: a short report, and whose meeting it tells of.
struct JurisdictionRow: Sendable, CustomTestStringConvertible {
  let code: String?
  let evidence: Jurisdiction.Evidence?
  let year: Int?
  let file: String
  let text: String

  var testDescription: String { text }

  init?(line: Substring) {
    if line.isEmpty || line.hasPrefix("#") { return nil }
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard cells.count == 5 else { fatalError("jurisdictions.tsv: \(line)") }
    code = cells[0] == "-" ? nil : cells[0]
    evidence = Jurisdiction.Evidence(rawValue: cells[1])
    (year, file, text) = (Int(cells[2]), cells[3], cells[4])
  }

  static let all: [JurisdictionRow] = {
    let path = Repository.fixtures.appending(path: "corpus/jurisdictions.tsv")
    guard let text = try? String(contentsOf: path, encoding: .utf8) else {
      fatalError("\(path) cannot be read")
    }
    return text.split(separator: "\n").compactMap(JurisdictionRow.init)
  }()
}

/// The base lexicon with the overlay of the example province.
private let exampleVocabulary: Vocabulary = {
  do {
    let folders = ["config/lexicon", "seeds/lexicon"].map { Repository.root.appending(path: $0) }
    return try Vocabulary(layers: folders.map(BaseLexicon.files))
  } catch { fatalError("the lexicon cannot be read: \(error)") }
}()

/// Reads a report whose first line may be a headline, marked by #.
private func jurisdiction(of report: String, named file: String = "", year: Int? = 2023) -> Jurisdiction? {
  let text = CleanText(ScalarText(utf8: Array(report.utf8)))
  let headed = text.scalars.first == 0x23
  let title = headed ? text.paragraphs[0].lowerBound + 2..<text.paragraphs[0].upperBound : nil
  let article = Article(
    title: title, paragraphs: headed ? Array(text.paragraphs.dropFirst()) : text.paragraphs)
  return JurisdictionFinder(vocabulary: exampleVocabulary)
    .jurisdiction(of: article, in: text, named: file, year: year)
}

@Suite struct `The jurisdiction of a meeting` {
  @Test(arguments: JurisdictionRow.all)
  func `is the division that it governs`(row: JurisdictionRow) {
    let report = row.text.replacing(" ¶ ", with: "\n")
    let found = jurisdiction(of: report, named: row.file, year: row.year)
    #expect(found?.division.code == row.code, "\(found.map { "\($0)" } ?? "nothing")")
    if row.evidence != nil { #expect(found?.evidence == row.evidence) }
  }

  @Test func `is inferred unless the meeting's name or its host says it`() {
    #expect(jurisdiction(of: "3月1日，徐州市民政工作会议召开。")?.inferred == false)
    #expect(jurisdiction(of: "3月1日，全市民政工作会议召开。\n徐州市民政局")?.inferred == true)
  }

  @Test func `of an empty report is unknown`() {
    #expect(jurisdiction(of: "") == nil)
  }
}

/// Whole reports: those that come with the repository, told by their names, and the field data where there
/// are any.
@Suite struct `The jurisdiction of a whole report` {
  private static let places = [
    "hanhai": "990000", "yunxiu": "990100", "lanpu": "990200", "guangxi": "450000", "zhejiang": "330000",
    "shanghai": "310000", "shenzhen": "440300", "guangzhou": "440100", "jiangsu": "320000",
  ]

  /// The reports of one meeting, with the code that their names tell.
  static let written: [(name: String, code: String)] = {
    let seeds = Repository.root.appending(path: "seeds")
    let names = FileManager.default.enumerator(atPath: seeds.path)?.compactMap { $0 as? String } ?? []
    return names.sorted().compactMap { name in
      let parts = name.dropLast(4).split(separator: "-")
      guard name.hasSuffix(".txt"), !name.contains("yanglao"),
        let code = places[String(parts[parts.count - 2])]
      else { return nil }
      return (name, code)
    }
  }()

  @Test func `is tested on all that come with the repository`() {
    #expect(Self.written.count == 29)
  }

  @Test(arguments: written)
  func `is found`(name: String, code: String) throws {
    let report = try String(contentsOf: Repository.root.appending(path: "seeds/\(name)"), encoding: .utf8)
    #expect(jurisdiction(of: report, year: nil)?.division.code == code)
  }
}
