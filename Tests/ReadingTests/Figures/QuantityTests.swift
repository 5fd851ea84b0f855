// SPDX-License-Identifier: Apache-2.0
import Foundation
import Minutes
import Reading
import Testing

@Suite struct `Quantities` {
  @Test(arguments: FigureCorpus.rows("numerals"))
  func `are read in every writing`(_ row: [String]) {
    let figure = FigureCorpus.figures("指标" + row[0]).first
    let quantity = figure?.quantity
    let numbers = [quantity?.value, quantity?.low, quantity?.high].map { $0?.description ?? "" }
    let found = numbers + [quantity?.unit ?? "", quantity?.qualifier.rawValue ?? ""]
    #expect(found == Array(row[1...5]))
  }

  @Test func `of any length never trap`() {
    for piece in ["亿", "万", "百分之", "9", "一", "零点", "3—", "1,234", "每人", "分之一", "余", "多"] {
      _ = FigureCorpus.figures("共" + String(repeating: piece, count: 3000) + "个")
    }
  }

  @Test func `keep the power that was printed`() {
    #expect(FigureCorpus.figures("救助支出66.9亿元").first?.quantity.multiplier == 8)
    #expect(FigureCorpus.figures("养老床位14050张").first?.quantity.multiplier == 0)
  }
}
