// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Extraction

@Suite struct `A page in two columns` {
  private let left = ["全市民政工作会议召开，总结去年工作，", "安排今年任务，部署八项重点，市民政局", "局长作工作报告，副市长出席会议并作讲", "话，各县区负责人参加会议。会议强调，"]
  private let right = [
    "要抓好养老服务和社会救助，推动慈善事", "业发展，规范社会组织管理，提升婚姻登", "记和殡葬服务水平，守住安全底线，营造", "良好环境。会议要求，各地要抓好落实。",
  ]

  @Test func `is read column by column`() {
    let page = zip(left, right).map { $0 + "    " + $1 }
    #expect(PageColumns.unfolded(page).map { $0.trimmed } == left + right)
  }

  @Test func `has its headline over both first`() {
    let title = "        全市民政工作会议召开并部署今年八项重点任务"
    #expect(PageColumns.unfolded([title] + zip(left, right).map { $0 + "    " + $1 }).first == title)
  }

  @Test func `is not a table, whose cells are of all lengths`() {
    let rows = [
      "老旧小区改造          218 个", "加装电梯            356 部", "配售型保障性住房        3120 套", "改造燃气管网          265 公里",
      "绿色建筑占新建比重       96%",
    ]
    #expect(PageColumns.unfolded(rows) == rows)
  }

  @Test func `is not an ordinary page`() { #expect(PageColumns.unfolded(left) == left) }
}

@Suite struct `What stands on every page` {
  private func pages(_ head: String, _ foot: (Int) -> String) -> [[String]] {
    (1...3).map { [head, "第\(["一", "二", "三"][$0 - 1])部分讲今年的工作", "会议强调，要抓好落实。", "要转变作风，第\($0)次。", foot($0)] }
  }

  @Test func `is told once at the top and never at the foot`() {
    let read = RunningHeads.removed(from: pages("民政工作简报 第3期") { "市民政局办公室 \($0)" })
    #expect(read.map(\.first) == ["民政工作简报 第3期", "第二部分讲今年的工作", "第三部分讲今年的工作"])
    #expect(read.allSatisfy { !$0.joined().contains("办公室") })
  }

  @Test func `goes where a browser printed it`() {
    let read = RunningHeads.removed(
      from: pages("2024/3/8 10:22    全市民政工作会议_网") { "https://example.invalid/t1.html    \($0)/3" })
    #expect(
      read.allSatisfy { !$0.isEmpty && !$0.joined().contains("example") && !$0.joined().contains("10:22") })
  }

  @Test func `is not a line that stands on one page, nor an address in the text`() {
    let page = ["全市民政工作会议", "详见https://example.invalid一文，会议于10:22开始", "会议结束"]
    #expect(RunningHeads.removed(from: [page]) == [page])
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
