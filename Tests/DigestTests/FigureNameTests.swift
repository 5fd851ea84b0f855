// SPDX-License-Identifier: Apache-2.0
import Foundation
import Minutes
import Testing

@testable import Digest

@Suite struct `A figure in words` {
  private func figure(
    _ name: String, _ value: String, _ unit: String, _ aspect: Figure.Aspect,
    _ dimension: Quantity.Dimension = .count
  ) -> Figure {
    Figure(
      excerpt: Excerpt(text: name, span: Span(start: 0, end: 0), paragraph: 1), indicator: name,
      quantity: Quantity(value: Decimal(string: value), unit: unit, dimension: dimension), aspect: aspect,
      period: nil)
  }

  @Test func `an addition does not read as a stock`() {
    #expect(FigureName.told(figure("长者食堂", "51", "家", .increase)) == "新增长者食堂51家")
    #expect(FigureName.told(figure("长者食堂", "402", "家", .increaseTo)) == "长者食堂402家")
  }

  @Test func `growth does not read as a level`() {
    #expect(FigureName.told(figure("低保标准", "3.6", "%", .increase, .percent)) == "低保标准增长3.6%")
    #expect(FigureName.told(figure("救助支出", "2.4", "%", .decrease, .percent)) == "救助支出下降2.4%")
    #expect(FigureName.told(figure("城乡低保标准增幅", "4", "%", .increase, .percent)) == "城乡低保标准增幅4%")
  }

  @Test func `what a rate is of is said once`() {
    #expect(FigureName.told(figure("每千名老年人拥有养老床位", "52", "张/千名老年人", .level)) == "每千名老年人拥有养老床位52张")
    #expect(FigureName.told(figure("低保标准", "880", "元/人·月", .level)) == "低保标准880元/人·月")
  }

  @Test func `both ends of a share carry the sign`() {
    var rise = figure("低保标准增幅", "0", "%", .target, .percent).quantity
    (rise.value, rise.low, rise.high) = (nil, 3, 5)
    #expect(Amounts.text(rise) == "3%至5%")
  }

  @Test(arguments: [
    ("347000000", 8, "355000000", 4, "3.47→3.55亿元"), ("205000000", 8, "19800000", 4, "2.05亿→1980万元"),
    ("9500", 0, "12000", 4, "9500→1.2万元"), ("12500", 0, "13000", 4, "1.25万→1.3万元"),
  ])
  func `two scales become one where neither side is less than one in it`(
    _ old: String, _ scale: Int, _ new: String, _ other: Int, _ told: String
  ) {
    var (from, to) = (figure("支出", old, "元", .level).quantity, figure("支出", new, "元", .level).quantity)
    (from.multiplier, to.multiplier) = (scale, other)
    #expect(Amounts.path(from, to) == told)
  }

  @Test func `quotes within quotes are single`() {
    #expect(Names.quoted("开展“护苗同行”行动") == "“开展‘护苗同行’行动”")
  }
}
