// SPDX-License-Identifier: Apache-2.0

import Digest

@testable import Pages

/// A page with every kind of block, of an invented place: what is validated and what is looked at.
enum SampleSheet {
  static let sheet = Sheet(
    language: .chinese, kicker: "会议对照 · 瀚海省民政2024",
    headline: "瀚海省民政2024比2023：不再提基层治理，新增银发经济；新建老年助餐点差57个",
    lead: [.text("全省民政工作会议 2024-03-08｜上次2023-02-24，馆藏2021—2024年无缺")], warnings: ["虚构，仅供演示"],
    sections: [
      Sheet.Section(
        "tasks", "重点任务",
        [
          .paragraph([.strong("重点 9项（上年10项）：新增1 不再提1 合并1 改写3 未变4")]), .ranks(chart),
          .rows([
            .init("新增", [.text("4 发展银发经济（本省首次；馆藏4次会议）")]),
            .init("不再提", [.text("原4 增强基层治理效能（2021—2023年均有）"), .text("报告说明：“由社会工作部门统筹”")]),
          ]), .heading("表述变化"),
          .rows([.init("3", [[.deleted("提升"), .inserted("优化基本"), .text("养老服务"), .inserted("供给")]])]),
        ]),
      Sheet.Section("figures", "数字", [.table(figures), .table(matrix), .table(bars)]),
      Sheet.Section("excerpts", "逐条原文", [.heading("对上次"), .findings([finding])]),
      Sheet.Section(
        "sources", "出处", [.notes([[.text("《全省民政工作会议召开》"), .address("https://example.org/2024")]])]),
    ], foot: [.text("依据 篇幅为上次96%；文本无损伤")])

  private static let heads = [
    "兜牢民生底线", "提升养老服务", "护佑儿童成长", "增强基层治理效能", "引导社会组织规范发展", "发展慈善事业", "改进社会事务服务", "加强区划地名工作",
    "守住安全底线", "加强党的建设",
  ]

  private static let chart = RankChart(
    title: "任务位次：瀚海省民政2023（10项）到瀚海省民政2024（9项）", leftHead: "瀚海省民政2023 2023-02-24，10项",
    rightHead: "瀚海省民政2024 2024-03-08，9项",
    left: heads.enumerated().map { place, head in
      .init(rank: place + 1, head: head, mark: place == 3 ? "不再提" : "", isAlone: place == 3)
    },
    right: [
      .init(rank: 1, head: "加强党的建设", mark: "前移", isAlone: false),
      .init(rank: 2, head: "织密扎牢社会救助安全网", mark: "改写", isAlone: false),
      .init(rank: 3, head: "优化基本养老服务供给", mark: "改写", isAlone: false),
      .init(rank: 4, head: "发展银发经济", mark: "新增", isAlone: true),
      .init(rank: 5, head: "护佑儿童成长", mark: "", isAlone: false),
      .init(rank: 6, head: "提升社会事务和区划地名服务能力与水平，推进婚俗改革和殡葬改革", mark: "合并", isAlone: false),
    ],
    ties: [
      .init(from: 10, to: 1, kind: .moved), .init(from: 1, to: 2, kind: .plain),
      .init(from: 2, to: 3, kind: .partial),
      .init(from: 3, to: 5, kind: .plain), .init(from: 7, to: 6, kind: .joined),
      .init(from: 8, to: 6, kind: .joined),
    ], legend: "细线：位次相对未变；粗线：前移、后移；长虚线：合并、单列；实心圆：新增；虚线圆：未再列出。")

  private static let plot = YearPlot(
    name: "护理型床位占比（%）",
    points: [
      .init(year: 2020, value: 50, label: "50", isTarget: false),
      .init(year: 2021, value: 53, label: "53", isTarget: false),
      .init(year: 2023, value: 58.6, label: "58.6", isTarget: false),
      .init(year: 2024, value: 61, label: "61", isTarget: true),
    ], targetWord: "目标")

  private static let figures = SheetTable(
    caption: "两次报道中可并列的数字", header: ["指标", "上次→本次", "变化", "历年"],
    rows: [
      [
        [.text("护理型床位占比"), .faint(" 2023")], .text("55.3%→58.6%"), [.mark("升"), .text(" +3.3个百分点")],
        [.plot(plot)],
      ],
      [.text("救助支出"), .text("68.5→66.9亿元"), [.mark("降"), .text(" −1.6亿元，−2.3%")], []],
    ], shape: .cards)

  private static let matrix = SheetTable(
    caption: "各领域在历年重点任务中的位次", header: ["领域", "2021", "2022", "2023", "2024"],
    rows: [["党建", "1", "1", "10", "1"], ["养老服务", "3", "2内", "2", "3"], ["基层治理", "4", "5", "4", "·"]].map {
      $0.map { .text($0) }
    }, numeric: [1, 2, 3, 4], shape: .wide)

  private static let bars = SheetTable(
    caption: "护理型床位占比（%）　2023年　地级2家", header: ["辖区", "数值", "目标"],
    rows: [
      [.text("1 云岫市"), [.bar("61.3", share: 1)], .text("60")],
      [.text("2 澜浦市"), [.bar("53.5", share: 0.87)], .text("54")],
    ])

  private static let finding = Block.Finding(
    anchor: "c03", story: [.text("上年目标未完成：新建老年助餐点1143个，目标1200个（95.3%）"), .faint("　98861089-03")],
    quotations: [
      .init(
        label: "瀚海省民政2023", words: "新建老年助餐点1200个", place: [.text("第7段　974—986字"), .note(1)]),
      .init(
        label: "瀚海省民政2024", words: "新建老年助餐点1143个", place: [.text("第3段　180—192字"), .note(1)]),
    ])
}
