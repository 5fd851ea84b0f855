// SPDX-License-Identifier: Apache-2.0
import Foundation
import Minutes
import Testing
import TestKit

@testable import Diff
@testable import Digest

@Suite struct `The bound of a number` {
  private func quantity(
    _ value: String, _ unit: String, _ qualifier: Quantity.Qualifier = .exact, scale: Int = 0
  ) -> Quantity {
    Quantity(
      value: Decimal(string: value), unit: unit, dimension: unit == "%" ? .percent : .count,
      qualifier: qualifier, multiplier: scale)
  }

  private func figure(_ text: String, _ quantity: Quantity) -> Figure {
    Figure(
      excerpt: Excerpt(text: text, span: Span(start: 0, end: 0), paragraph: 1), indicator: "床位占比",
      quantity: quantity, aspect: .share, period: nil)
  }

  @Test func `stays with both sides of a movement, in the source's word`() {
    let old = quantity("40", "%", .atMost)
    let words = (from: "床位占比不足四成", to: "")
    #expect(Amounts.path(old, quantity("43.8", "%"), words: words) == "不足40%→43.8%")
    #expect(Amounts.path(quantity("38", "%"), quantity("40", "%", .over)) == "38%→超过40%")
    #expect(
      Amounts.path(quantity("300", "户"), quantity("400", "户", .about), words: ("", "改造约400户")) == "300→约400户")
    let register = quantity("2300000", "人", .over, scale: 4)
    #expect(
      Amounts.path(quantity("2120000", "人", scale: 4), register, words: ("", "230余万人")) == "212万→230余万人")
  }

  @Test func `is no word that stands before something else`() {
    #expect(Amounts.text(quantity("40", "%", .atMost), words: "能力不足，控制在40%以内") == "40%以内")
  }

  @Test func `is a sign in English`() {
    let english = Voice(.english, words: Example.english)
    let (old, new) = (figure("不足四成", quantity("40", "%", .atMost)), figure("43.8%", quantity("43.8", "%")))
    #expect(english.path(old, new) == " <40% -> 43.8%")
    #expect(english.path(new, figure("超过45%", quantity("45", "%", .over))) == " 43.8% -> >45%")
  }

  @Test func `allows no difference to the digit`() {
    let (old, new) = (figure("不足四成", quantity("40", "%", .atMost)), figure("43.8%", quantity("43.8", "%")))
    var pair = FigurePair(
      kind: .up, indicator: "床位占比", unit: "%", from: old, to: new, confidence: 1, note: nil)
    #expect(!pair.isExact)
    pair.from = figure("40%", quantity("40", "%"))
    #expect(pair.isExact)
  }

  @Test func `figures left aside for want of a place are told of`() throws {
    var record = try GoldMeetings.record("2024-03-08-hanhai-minzheng")
    record.meeting.jurisdiction = nil
    let baselines = Baselines(chosen: try GoldMeetings.record("2023-02-24-hanhai-minzheng"))
    #expect(DigestText.whole(Example.digest(record, baselines)).contains("辖区不明，不比数字和目标"))
  }
}
