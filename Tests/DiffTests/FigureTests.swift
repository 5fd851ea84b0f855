// SPDX-License-Identifier: Apache-2.0
import Diff
import Foundation
import Minutes
import Testing
import TestKit

@Suite struct `Figures told against each other` {
  private func pairs(_ before: [Figure], _ after: [Figure]) -> [FigurePair] {
    let (from, to) = (Corpus.meeting(2023, figures: before), Corpus.meeting(2024, figures: after))
    return Corpus.comparer.compare(to, with: from, as: .previous).figures
  }

  @Test func `compare equal in 万元 and 亿元`() {
    let pair = pairs(
      [Corpus.figure("救助支出", "355000000", "元", "2022", dimension: .money)],
      [Corpus.figure("救助支出", "355000000", "元", "2023", dimension: .money)])
    #expect(pair.map(\.kind) == [.same])
  }

  @Test func `never put a half-year beside a year`() {
    let found = pairs(
      [Corpus.figure("养老床位", "100", "张", "2022")], [Corpus.figure("养老床位", "60", "张", "2023-H1")])
    #expect(found.map(\.kind) == [.incomparable])
    #expect(found.first?.delta == nil)
    #expect(found.first?.note == .periodsDiffer)
  }

  @Test func `never put a share beside a level`() {
    let found = pairs(
      [Corpus.figure("社工站", "412", "个", "2022")],
      [Corpus.figure("社工站", "58.7", "%", "2023", aspect: .share, dimension: .percent)])
    #expect(found.map(\.note) == [.measuresDiffer])
    #expect(found.first?.delta == nil)
  }

  @Test func `tell growth and fall with their signs`() {
    let rise = Corpus.figure("福利彩票销售", "21.3", "%", "2022", aspect: .increase, dimension: .percent)
    let fall = Corpus.figure("福利彩票销售", "1.5", "%", "2023", aspect: .decrease, dimension: .percent)
    let found = pairs([rise], [fall])
    #expect(found.map(\.kind) == [.down])
    #expect(found.first?.delta == Decimal(string: "-22.8"))
    #expect(found.first.map { $0.percent == nil } == true)
  }

  @Test func `never put what was struck off beside what there is`() {
    let found = pairs(
      [Corpus.figure("登记社会组织", "31200", "家", "2022")],
      [Corpus.figure("依法注销社会组织", "1017", "家", "2023")])
    #expect(found.allSatisfy { $0.from == nil || $0.to == nil })
  }

  @Test func `take two equal ranges for the same`() {
    var range = Corpus.figure("低保标准增幅", "0", "%", "2023", aspect: .increase, dimension: .percent)
    (range.quantity.value, range.quantity.low, range.quantity.high) = (nil, 3, 5)
    #expect(pairs([range], [range]).map(\.kind) == [.same])
    var other = range
    other.quantity.high = 6
    #expect(pairs([range], [other]).map(\.note) == [.rangeGiven])
  }

  @Test func `tell a revision apart from growth`() {
    let found = pairs(
      [Corpus.figure("养老床位", "419000", "张", "2022")],
      [Corpus.figure("养老服务床位", "413000", "张", "2022"), Corpus.figure("养老服务床位", "427000", "张", "2023")])
    #expect(found.map(\.kind) == [.revised, .up])
    #expect(found.map(\.delta) == [-6000, 8000])
    #expect(found[0].percent == Decimal(string: "-1.43"))
  }

  @Test func `reach people through growth on the revised base`() throws {
    let before = Corpus.meeting(2023, figures: [Corpus.figure("养老床位", "419000", "张", "2022")])
    let after = Corpus.meeting(
      2024,
      figures: [Corpus.figure("养老床位", "413000", "张", "2022"), Corpus.figure("养老床位", "427000", "张", "2023")])
    let baselines = Baselines(previous: Record(meeting: before, documents: []))
    let up = try #require(
      Corpus.comparer.changes(in: after, against: baselines).first { $0.kind == .figureUp })
    #expect(up.figures?.delta == 14000)
    #expect(up.figures?.percent == Decimal(string: "3.39"))
  }

  @Test(arguments: try LexiconRows.cases("indicators")) func `know an indicator by its other names`(
    _ row: [String]
  ) {
    let found = pairs([Corpus.figure(row[0], "1", "个", "2022")], [Corpus.figure(row[1], "2", "个", "2023")])
    #expect(found.contains { $0.kind == .up } == (row[2] == "same"), "\(row[0]) / \(row[1])")
  }

  @Test(arguments: [
    ("1200", Quantity.Qualifier.exact, "1143", FigurePair.Kind.missed), ("1200", .exact, "1200", .met),
    ("50", .atLeast, "50", .met), ("58", .over, "58", .missed), ("58", .over, "58.6", .met),
    ("940", .about, "912", .met), ("940", .about, "911", .missed),
    ("1.15", .atMost, "1.14", .met), ("1.15", .atMost, "1.16", .missed),
  ])
  func `judge a target in its own direction`(
    _ goal: String, _ way: Quantity.Qualifier, _ got: String, _ kind: FigurePair.Kind
  ) {
    let found = pairs(
      [Corpus.figure("指标", goal, "个", "2023", aspect: .target, qualifier: way)],
      [Corpus.figure("指标", got, "个", "2023")])
    #expect(found.map(\.kind) == [kind])
  }

  @Test func `a target said again in the same words is the same, a new year's is set again`() {
    func halls(_ year: String, _ way: Quantity.Qualifier = .exact) -> [Figure] {
      [Corpus.figure("长者食堂", "400", "家", year, aspect: .target, qualifier: way)]
    }
    #expect(pairs(halls("2025"), halls("2025")).map(\.kind) == [.same])
    #expect(pairs(halls("2025"), halls("2025", .atLeast)).map(\.kind) == [.retargeted])
    #expect(pairs(halls("2023"), halls("2024")).map(\.kind).contains(.retargeted))
  }

  @Test func `a target is only called missed where the result is surely of the same thing`() {
    func judged(_ result: String) -> [Change.Confidence] {
      let target = Corpus.figure("困难老年人家庭适老化改造", "50000", "户", "2023", aspect: .target)
      let from = Corpus.meeting(2023, figures: [target])
      let to = Corpus.meeting(2024, figures: [Corpus.figure(result, "41000", "户", "2023")])
      let previous = Record(meeting: from, documents: [])
      return Corpus.comparer.changes(in: to, against: Baselines(previous: previous))
        .filter { $0.kind == .missed }.map(\.confidence)
    }
    #expect(judged("困难老年人家庭适老化改造") == [.high])
    #expect(judged("特殊困难家庭适老化") == [.low])
  }

  @Test func `leave a target open until it is due`() {
    let found = pairs(
      [
        Corpus.figure("改造敬老院", "400", "所", "2025", aspect: .target),
        Corpus.figure("社区工作者持证率", "40", "%", "2023", aspect: .target, dimension: .percent),
      ], [])
    #expect(found.map(\.kind) == [.notDue, .unreported])
  }

  @Test func `do not subtract a city's total from its province's`() {
    let from = Corpus.meeting(2024, figures: [Corpus.figure("适老化改造", "50000", "户", "2024", aspect: .target)])
    let to = Corpus.meeting(2024, figures: [Corpus.figure("适老化改造", "3000", "户", "2024", aspect: .target)])
    let pair = Corpus.comparer.compare(to, with: from, as: .superior).figures
    #expect(pair.map(\.kind) == [.incomparable])
    #expect(pair.first?.delta == nil)
    #expect(pair.first?.note == .totalsOfLevels)
  }

  @Test(arguments: [("城市低保标准", "农村低保标准"), ("孤儿机构养育标准", "孤儿散居养育标准"), ("公办幼儿园", "民办幼儿园")])
  func `never meet their opposite`(_ one: String, _ other: String) {
    let found = pairs([Corpus.figure(one, "1", "个", "2022")], [Corpus.figure(other, "2", "个", "2023")])
    #expect(found.map(\.kind) == [.added, .dropped])
    let same = pairs([Corpus.figure(one, "1", "个", "2022")], [Corpus.figure(one, "2", "个", "2023")])
    #expect(same.map(\.kind) == [.up])
  }

  @Test func `an addition is never told against a stock`() {
    let found = pairs(
      [Corpus.figure("长者食堂", "351", "家", "2023")],
      [Corpus.figure("长者食堂", "51", "家", "2024", aspect: .increase)])
    #expect(found.map(\.kind) == [.added, .dropped])
  }

  @Test func `what a year built is no fall of what there is`() {
    func figure(_ text: String, _ value: String, _ year: String) -> Figure {
      var figure = Corpus.figure("老年助餐点", value, "个", year)
      figure.excerpt.text = text
      return figure
    }
    let stock = figure("老年助餐点达到208个", "208", "2022")
    let from = Corpus.meeting(2023, figures: [stock], text: ["老年助餐点达到208个。"])
    func found(_ text: String) -> [FigurePair.Kind] {
      let to = Corpus.meeting(2024, figures: [figure("老年助餐点57个", "57", "2023")], text: [text])
      return Corpus.comparer.compare(to, with: from, as: .previous).figures.map(\.kind)
    }
    #expect(found("建成综合体12个、老年助餐点57个。") == [.added, .dropped])
    #expect(found("截至年底，建成老年助餐点57个。") == [.down])
    #expect(found("现有综合体12个、老年助餐点57个。") == [.down])
  }

  @Test func `a running total answers a target for all there is, not one for the year`() {
    func found(_ text: String) -> FigurePair? {
      var target = Corpus.figure("未保示范站", "100", "个", "2023", aspect: .target)
      target.excerpt.text = text
      return pairs([target], [Corpus.figure("未保示范站", "103", "个", "2023", aspect: .cumulative)]).first
    }
    #expect(found("示范站达到100个")?.kind == .met)
    #expect(found("示范站达到100个")?.delta == 3)
    #expect(found("建设示范站100个")?.kind == .incomparable)
  }

  @Test func `a running total is told against a year's sum only where both are of one size`() {
    func found(_ value: String) -> [FigurePair] {
      pairs(
        [Corpus.figure("救助资金", "8674000000", "元", "2022", dimension: .money)],
        [Corpus.figure("救助资金", value, "元", "2023", aspect: .cumulative, dimension: .money)])
    }
    #expect(found("8930000000").map(\.note) == [.wordsChanged])
    #expect(found("8930000000").map(\.delta) == [256_000_000])
    #expect(found("89300000000").map(\.kind) == [.added, .dropped])
  }

  @Test func `个 stands for the classifier of any thing, but not one classifier for another`() {
    let kinds = [Corpus.figure("集采药品", "365", "种", "2022")]
    #expect(pairs([Corpus.figure("集采药品", "253", "个", "2021")], kinds).map(\.kind) == [.up])
    #expect(pairs([Corpus.figure("集采药品", "253", "批", "2021")], kinds).map(\.kind) == [.added, .dropped])
  }

  @Test func `what a rate is of may be left out, where the name is the same`() {
    let found = pairs(
      [Corpus.figure("低保标准", "880", "元/人·月", "2022", dimension: .money)],
      [Corpus.figure("低保标准", "912", "元", "2023", dimension: .money)])
    #expect(found.map(\.kind) == [.up])
    let other = pairs(
      [Corpus.figure("孤儿养育标准", "1330", "元/人·月", "2022", dimension: .money)],
      [Corpus.figure("养育标准总额", "1400", "元", "2023", dimension: .money)])
    #expect(other.allSatisfy { $0.from == nil || $0.to == nil })
  }
}
