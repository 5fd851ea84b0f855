// SPDX-License-Identifier: Apache-2.0
import Diff
import Foundation
import Minutes
import Testing

@testable import Digest

@Suite struct `The scoreboard of targets` {
  private func meeting(_ year: Int, _ figures: [Figure]) -> Record {
    let place = Division(
      code: "990000", name: "瀚海省", short: "瀚海", level: .province, parent: nil, fullName: "瀚海省")
    let meeting = Meeting(
      jurisdiction: place, sector: "民政", kind: "民政工作会议", category: "工作会议",
      date: MeetingDate(year: year, month: 3, day: 1), reviewPeriods: [Period(year: year - 1)],
      planPeriods: [Period(year: year)], figures: figures)
    return Record(meeting: meeting, documents: [])
  }

  private func figure(
    _ name: String, _ value: Int, _ unit: String, _ year: Int, _ aspect: Figure.Aspect = .level
  ) -> Figure {
    Figure(
      excerpt: Excerpt(text: name, span: Span(start: 0, end: 0), paragraph: 1), indicator: name,
      quantity: Quantity(
        value: Decimal(value), unit: unit, dimension: unit == "%" ? .percent : .count), aspect: aspect,
      period: Period(year: year))
  }

  @Test func `tells a result once that meets last year's target and an older one`() {
    let share = "护理型床位占比"
    let older = meeting(2023, [figure(share, 60, "%", 2025, .target)])
    let last = meeting(2024, [figure(share, 58, "%", 2024, .target)])
    let now = meeting(2025, [figure(share, 61, "%", 2024, .share)])
    let digest = Example.digest(now, Baselines(previous: last, history: [older, last]))
    #expect(digest.changes(.met).count == 2)
    let text = DigestText.whole(digest)
    #expect(text.contains("完成   护理型床位占比61%"))
    #expect(!text.contains("历年"))
    #expect(text.hasPrefix("瀚海省民政2025比2024：任务无增减"))
  }

  @Test func `counts a target that was a range last year among this year's`() {
    var range = figure("新增养老床位", 0, "张", 2024, .target)
    range.quantity.value = nil
    (range.quantity.low, range.quantity.high) = (1500, 1800)
    let last = meeting(2024, [range])
    let now = meeting(2025, [figure("新增养老床位", 1700, "张", 2025, .target)])
    let digest = Example.digest(now, Baselines(previous: last, history: [last]))
    let text = DigestText.whole(digest)
    #expect(text.contains("今年目标 1项：不可比1"), "\(text)")
    #expect(text.contains("→1700张"), "\(text)")
    #expect(!text.contains("指标 0项"), "\(text)")
  }

  @Test func `keeps a doubtful miss out of 未完成, of the count and of the headline`() {
    let last = meeting(2023, [figure("困难老年人家庭适老化改造", 50_000, "户", 2023, .target)])
    let now = meeting(2024, [figure("特殊困难家庭适老化", 41_000, "户", 2023)])
    let digest = Example.digest(now, Baselines(previous: last, history: [last]))
    let text = DigestText.whole(digest)
    #expect(text.contains("上年目标 1项：待核1"))
    #expect(!text.contains("未完成"))
    #expect(!text.split(separator: "\n")[0].contains("适老化"))
    #expect(Counts(digest).missed == 0)
  }
}
