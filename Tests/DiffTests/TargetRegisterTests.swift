// SPDX-License-Identifier: Apache-2.0
import Diff
import Foundation
import Minutes
import Testing

@Suite struct `The register over years` {
  private let goal = Corpus.figure("长者食堂", "45", "家", "2023", aspect: .target)
  private let told = Corpus.figure("长者食堂", "47", "家", "2023")

  private func entry(_ last: Figure...) -> TargetRegister.Entry? {
    let meetings = [
      Corpus.meeting(2023, figures: [goal]), Corpus.meeting(2024, figures: [told]),
      Corpus.meeting(2025, figures: last),
    ]
    return TargetRegister(of: meetings, by: Corpus.comparer).entries.first
  }

  @Test func `judges a target by the figure that a later report revised`() {
    let found = entry(
      Corpus.figure("长者食堂", "58", "家", "2024"), Corpus.figure("长者食堂", "44", "家", "2023"))
    #expect(found?.state == .missed)
    #expect(found?.verdict?.figures?.to?.quantity.value == 44)
    #expect(found?.verdict?.figures?.delta == -1)
    #expect(found?.unrevised == told)
    #expect(found?.judgedBy == "990000/民政工作会议/2025-03-01")
  }

  @Test func `keeps the verdict where the revised figure still meets the target`() {
    let found = entry(Corpus.figure("长者食堂", "46", "家", "2023"))
    #expect(found?.state == .met)
    #expect(found?.verdict?.figures?.to?.quantity.value == 46)
  }

  @Test func `keeps the verdict where only another year's figure follows`() {
    let found = entry(Corpus.figure("长者食堂", "44", "家", "2024"))
    #expect(found?.state == .met)
    #expect(found?.unrevised == nil)
  }
}
