// SPDX-License-Identifier: Apache-2.0
import Diff
import Foundation
import Minutes
import Testing
import TestKit

@Suite struct `Targets of a change, limits, and standards by the month` {
  private func pairs(_ before: Figure, _ after: Figure) -> [FigurePair] {
    let (from, to) = (Corpus.meeting(2023, figures: [before]), Corpus.meeting(2024, figures: [after]))
    return Corpus.comparer.compare(to, with: from, as: .previous).figures
  }

  private func percent(
    _ indicator: String, _ value: String, _ period: String, _ aspect: Figure.Aspect,
    _ qualifier: Quantity.Qualifier = .exact
  ) -> Figure {
    Corpus.figure(indicator, value, "%", period, aspect: aspect, dimension: .percent, qualifier: qualifier)
  }

  private func money(_ indicator: String, _ value: String, _ unit: String, _ period: String) -> Figure {
    Corpus.figure(indicator, value, unit, period, dimension: .money)
  }

  @Test func `growth that was to be and became a fall is missed, by both`() {
    let found = pairs(percent("固定资产投资增幅", "6", "2023", .target), percent("固定资产投资", "3.6", "2023", .decrease))
    #expect(found.map(\.kind) == [.missed])
    #expect(found.first?.delta == Decimal(string: "-9.6"))
  }

  @Test func `a fall is held against the fall that was to be`() {
    let target = percent("生产安全事故起数降幅", "10", "2023", .target)
    #expect(pairs(target, percent("生产安全事故起数", "8.3", "2023", .decrease)).map(\.kind) == [.missed])
    #expect(pairs(target, percent("生产安全事故起数", "12", "2023", .decrease)).map(\.kind) == [.met])
  }

  @Test func `what is to be kept within a number is met from below`() {
    var target = percent("城镇调查失业率", "5.5", "2023", .target, .about)
    target.excerpt.text = "城镇调查失业率控制在5.5%左右"
    #expect(pairs(target, percent("城镇调查失业率", "5.3", "2023", .share)).map(\.kind) == [.met])
    #expect(pairs(target, percent("城镇调查失业率", "5.8", "2023", .share)).map(\.kind) == [.missed])
    target.excerpt.text = "城镇调查失业率5.5%左右"
    #expect(pairs(target, percent("城镇调查失业率", "5.3", "2023", .share)).map(\.kind) == [.missed])
  }

  @Test func `what is paid by the year is not subtracted from what is paid by the month`() {
    let found = pairs(
      money("农村低保标准", "5549", "元/人·年", "2022"), money("农村低保标准", "493", "元/人·月", "2023"))
    #expect(found.map(\.kind) == [.incomparable])
    #expect(found.map(\.note) == [.measuresDiffer])
    let bare = pairs(money("城市低保标准", "8100", "元", "2022"), money("城市低保标准", "709", "元/人·月", "2023"))
    #expect(bare.allSatisfy { $0.delta == nil })
  }

  @Test func `whose year it is goes without saying`() {
    let found = pairs(money("农村低保标准", "5268", "元/年", "2022"), money("农村低保标准", "5688", "元/人·年", "2023"))
    #expect(found.map(\.delta) == [420])
  }

  @Test func `what is paid out in a year is a year's sum, newly or not`() {
    let found = pairs(
      money("新增发放创业担保贷款", "3500000000", "元", "2022"), money("发放创业担保贷款", "3390000000", "元", "2023"))
    #expect(found.map(\.kind) == [.down])
  }

  @Test func `a report that names no place is of the other's, in one field`() {
    let known = Corpus.meeting(2023)
    var unknown = Corpus.meeting(2024)
    unknown.jurisdiction = nil
    #expect(unknown.placed(like: known).jurisdiction == known.jurisdiction)
    #expect(Relation.between(unknown.placed(like: known), and: known) == .previous)
    unknown.sector = "教育"
    #expect(unknown.placed(like: known).jurisdiction == nil)
  }
}
