// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Testing

/// A row of each table with a cell that no rule can use; tables whose other cells are free text are left out.
private let useless: [(table: String, row: String, column: String)] = [
  ("agenda", "部署\tplans", "role"), ("aspects", "增长\tgrowth\tyes", "aspect"),
  ("aspects", "增长\tincrease\tmay", "keep"),
  ("changes", "探索\tweak\t1", "role"), ("changes", "探索\tstrength\tfirst", "level"),
  ("chrome", "责任编辑\tmiddle\tchrome", "place"), ("chrome", "责任编辑\tline\tfooter", "role"),
  ("days", "昨日\tlast", "day"), ("events", "召开\theld", "role"), ("figure-words", "全市\twhere", "role"),
  ("list-cues", "任务\ttask", "about"), ("list-cues", "任务\ttasks\theavy", "weight"),
  ("list-cues", "任务\ttasks\t-1", "weight"), ("list-cues", "任务\ttasks\tnan", "weight"),
  ("list-words", "健全\timperative,order", "roles"), ("list-words", "健全\timperative,", "roles"),
  ("not-figures", "一线\tother", "why"), ("periods", "去年\tlast", "rule"), ("periods", "近年\tback:", "rule"),
  ("periods", "去年\tR-9999999999999999999", "rule"), ("periods", "前三季度\tM01-13", "rule"),
  ("periods", "十五五\tplan:2030-2026", "rule"), ("places", "全省\tall\t省", "role"),
  ("places", "全省\tscope\t国家", "unit"),
  ("qualifiers", "近\tbeside\tnearly", "place"), ("qualifiers", "近\tbefore\tclose", "qualifier"),
  ("roles", "局长\tcivil", "office"), ("sectors", "养老\t民政\twhole", "scope"), ("terms", "计划\tending", "kind"),
  ("topics", "养老\t民政\telderly-care\theavy", "weight"), ("units", "张\tbeds", "dimension"),
  ("divisions", "44030\t深圳市\t深圳\tprefecture", "code"), ("divisions", "440300\t深圳市\t深圳\tcity", "level"),
]

/// What the base tables rely on.
private let useful: [(table: String, row: String)] = [
  ("periods", "去年\tR"), ("periods", "前年\tR-1"), ("periods", "明年\tP+1"), ("periods", "十九大以来\tsince:2017"),
  ("periods", "十五五\tplan:2026-2030"), ("periods", "前三季度\tM01-09"), ("periods", "全年\t="), ("roles", "秘书"),
  ("list-words", "要\topener,compound"), ("list-cues", "任务\ttasks"), ("topics", "养老\t民政\telderly-care\t0.5"),
  ("sectors", "养老\t民政"), ("kinds", "恳谈会\t恳谈会"), ("changes", "工作\ttail"),
]

private func problem(_ table: String, _ row: String) -> LexiconError? {
  let file = LexiconFile(path: "over/\(table).tsv", bytes: Array("# word\n\(row)\n".utf8))
  do throws(LexiconError) {
    _ = try Vocabulary(layers: [[file]])
    return nil
  } catch { return error }
}

@Suite struct `A line of a lexicon` {
  @Test(arguments: useless)
  func `that no rule can use stops the start with its place`(
    _ line: (table: String, row: String, column: String)
  ) {
    let error = problem(line.table, line.row)
    #expect(error?.path == "over/\(line.table).tsv" && error?.line == 2)
    #expect(error?.problem.contains(line.column) == true)
  }

  @Test(arguments: useful)
  func `that a rule can use is taken`(_ line: (table: String, row: String)) {
    #expect(problem(line.table, line.row) == nil)
  }

  @Test(arguments: TableName.allCases) func `of any table may not be empty beyond its key`(_ table: TableName)
  {
    guard table.required > 1 else { return }
    #expect(problem(table.fileName, "词语") != nil)
  }
}
