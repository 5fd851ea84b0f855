// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Minutes
import Testing

private func file(_ path: String, _ lines: String...) -> LexiconFile {
  LexiconFile(path: path, bytes: Array(lines.joined(separator: "\n").utf8))
}

private let base = file(
  "base/divisions.tsv", "# code", "000000\t中华人民共和国\t全国\tnational",
  "320000\t江苏省\t江苏\tprovince\t000000", "320300\t徐州市\t徐州\tprefecture\t320000",
  "320324\t睢宁县\t睢宁\tcounty\t320300\t\t2020\t320325", "320324\t睢宁市\t睢宁\tcounty\t320300\t2020")

private func problem(_ lines: String...) -> LexiconError? {
  let overlay = LexiconFile(path: "over/divisions.tsv", bytes: Array(lines.joined(separator: "\n").utf8))
  do throws(LexiconError) {
    _ = try DivisionTable([base, overlay])
    return nil
  } catch { return error }
}

@Suite struct `An overlay of divisions` {
  @Test func `adds a root of its own`() throws {
    let table = try DivisionTable([
      base, file("over/divisions.tsv", "990000\t瀚海省\t瀚海\tprovince", "990100\t云岫市\t云岫\tprefecture\t990000"),
    ])
    #expect(table.division(code: "990100")?.fullName == "瀚海省云岫市")
    #expect(table.division(code: "990000")?.parent == nil)
    #expect(table.division(code: "320300")?.fullName == "江苏省徐州市")
  }

  @Test func `replaces all rows of a code`() throws {
    let table = try DivisionTable([base, file("over/divisions.tsv", "320324\t新宁县\t新宁\tcounty\t320300")])
    #expect(table.rows.count == 4)
    #expect(table.division(code: "320324", in: 2010)?.name == "新宁县")
    #expect(table.rows(named: "睢宁县", in: 2010).isEmpty)
  }

  @Test func `removes a code`() throws {
    let table = try DivisionTable([base, file("over/divisions.tsv", "-320324")])
    #expect(table.division(code: "320324") == nil)
    #expect(table.rows.count == 3)
  }

  @Test func `is refused where a line cannot be used, with the line and the expected form`() {
    #expect(
      problem("# head", "99000\t瀚海省\t瀚海\tprovince")?.description
        == "over/divisions.tsv:2: code “99000”; expected six digits")
    #expect(problem("990000\t瀚海省\t瀚海\tregion")?.problem == "level “region”")
    #expect(problem("990000\t瀚海省\t瀚海\tprovince\t\t20")?.expected == "four digits or nothing")
    #expect(problem("990000\t瀚海省\t瀚\tprovince")?.expected == "two characters or more")
    #expect(problem("990000\t瀚海省")?.problem == "2 columns")
    #expect(problem("", "990100\t云岫市\t云岫\tprefecture\t990000")?.line == 2)
  }
}
