// SPDX-License-Identifier: Apache-2.0
import Digest
import Testing

@testable import Control

@Suite struct `A plot` {
  private func plot(_ values: (Int, Double)..., targets: [(Int, Double)] = []) -> [String] {
    let points =
      values.map { Plot.Point(year: $0.0, value: $0.1, isTarget: false) }
      + targets.map { Plot.Point(year: $0.0, value: $0.1, isTarget: true) }
    return Plot(points: points) { String(Int($0)) }.lines(width: 60)
  }

  @Test func `begins at zero where the values spread`() {
    let lines = plot((2020, 10), (2021, 40))
    #expect(lines[7].hasPrefix("  0┤"))
    #expect(!lines.contains { $0.contains("不从零开始") })
  }

  @Test func `says where its axis begins otherwise`() {
    #expect(plot((2020, 90), (2021, 95)).last?.contains("不从零开始") == true)
  }

  @Test func `draws nothing between years that are not neighbours`() {
    let joined = plot((2020, 10), (2021, 10), (2022, 10)), open = plot((2020, 10), (2022, 10))
    func drawn(_ lines: [String]) -> Int { lines.joined().count { ("\u{2801}"..."\u{28FF}").contains($0) } }
    #expect(drawn(open) == 2)
    #expect(drawn(joined) > 3)
  }

  @Test func `marks a target and does not join it`() {
    let lines = plot((2020, 10), targets: [(2021, 20)])
    #expect(lines.joined().contains("o"))
  }

  @Test func `of one year is none`() { #expect(plot((2020, 10)).isEmpty) }

  @Test func `of negative values has zero inside`() {
    let lines = plot((2020, -5), (2021, 5))
    #expect(lines[0].hasPrefix("  5┤") && lines[7].hasPrefix(" -5┤"))
  }
}

@Suite struct `Chinese text in lines` {
  @Test func `is never broken in a number or before a closing mark`() {
    let lines = Wrap.lines("下一年目标1500个（比上年多300个）。", width: 16)
    #expect(lines.joined() == "下一年目标1500个（比上年多300个）。")
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 16 })
    #expect(!lines.contains { $0.hasPrefix("）") || $0.hasPrefix("。") || $0.hasPrefix("个") })
  }
}
