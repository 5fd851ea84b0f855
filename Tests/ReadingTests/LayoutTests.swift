// SPDX-License-Identifier: Apache-2.0

import Minutes
import Reading
import TestKit
import Testing

private func layout(_ page: String) -> (text: CleanText, layout: Layout) {
  let text = Cleaner(vocabulary: BaseLexicon.vocabulary).clean(Array(page.utf8), CharacterTables())
  return (text, Layout(of: text, in: BaseLexicon.vocabulary))
}

private let report = "3月5日，全市民政工作会议召开，部署2024年任务。\n会议指出，要兜牢民生底线。"

@Suite struct `The layout of a page` {
  @Test func `parts an article from the page around it`() {
    let page = """
      首页 | 政务公开 | 互动交流
      当前位置：首页 > 新闻中心
      全市民政工作会议召开
      2024年3月6日 来源：杭州市民政局 字号：大 中 小
      \(report)
      责任编辑：王一
      相关链接：
      宁波市召开2019年民政工作会议
      浙ICP备05000000号
      """
    let (text, layout) = layout(page)
    #expect(layout.articles.count == 1)
    #expect(layout.articles.first?.title.map(text.string) == "全市民政工作会议召开")
    #expect(layout.articles.first?.paragraphs.count == 2)
    #expect(layout.published == MeetingDate(year: 2024, month: 3, day: 6))
    #expect(layout.publisher == "杭州市民政局")
    #expect(layout.mentions == ["宁波市召开2019年民政工作会议"])
  }

  @Test func `tells two meetings of one page apart`() {
    let page = "全市民政工作会议召开\n\(report)\n（据市民政局）\n云南召开全省教育工作会议\n近日，云南省教育工作会议召开。会议强调，要办好教育。"
    let (text, layout) = layout(page)
    #expect(layout.articles.compactMap(\.title).map(text.string) == ["全市民政工作会议召开", "云南召开全省教育工作会议"])
  }

  @Test func `takes an article printed twice for one`() {
    let (_, layout) = layout("全市民政工作会议召开\n\(report)\n打印版\n----------\n全市民政工作会议召开\n\(report)")
    #expect(layout.articles.count == 1)
  }

  @Test func `does not take a heading inside a report for another`() {
    let (_, layout) = layout("全市民政工作会议召开\n\(report)\n勇毅前行，交出民生答卷\n去年，全市新建食堂20家。会议认为，成绩来之不易。")
    #expect(layout.articles.count == 1)
    #expect(layout.articles.first?.paragraphs.count == 4)
  }

  @Test func `frees the headline of words of the page`() {
    let (text, layout) = layout("视频丨全市民政工作会议召开（图）\n\(report)")
    #expect(layout.articles.first?.title.map(text.string) == "全市民政工作会议召开")
  }

  @Test func `finds the original headline`() {
    let (text, layout) = layout("\(report)\n（原标题《兜牢底线——2024年全市民政工作会议召开》）")
    #expect(layout.articles.first?.title.map(text.string) == "兜牢底线——2024年全市民政工作会议召开")
  }

  @Test(arguments: [
    ("全市民政工作会议强调\n在新的起点上再上新台阶", "全市民政工作会议强调 在新的起点上再上新台阶"),
    ("兜牢底线，奋力前行\n——2024年全市民政工作会议召开", "兜牢底线，奋力前行 ——2024年全市民政工作会议召开"),
    ("全市民政工作会议召开\n云川作工作报告", "全市民政工作会议召开 云川作工作报告"),
    ("全市民政工作会议召开\n副市长 云川", "全市民政工作会议召开"),
    ("政府工作报告（摘要）\n——2024年3月5日在云岫市第八届人民代表大会第三次会议上\n云岫市人民政府市长　云川", "政府工作报告（摘要）"),
  ])
  func `takes all lines of a headline, and no byline`(head: String, title: String) {
    let (text, layout) = layout("\(head)\n\(report)")
    #expect(layout.articles.count == 1)
    #expect(layout.articles.first?.title.map { text.string($0).replacing("\n", with: " ") } == title)
  }

  @Test func `takes no link below an article for another`() {
    let page = "全市民政工作会议召开\n\(report)\n相关链接\n云岫县召开全县社会救助工作推进会\n版面所用图片均为本报资料，未经许可不得转载。"
    let (_, layout) = layout(page)
    #expect(layout.articles.count == 1)
  }

  @Test(arguments: [
    ("", Report.Reason.empty), ("首页 | 机构概况 | 办事服务\n暂无内容", .navigation),
    ("市福利院公开招聘公告\n因工作需要，招聘护理员10名。", .notice),
    ("时评｜办了就要好用\n前些天，全市民政工作会议召开。数字不少。", .commentary),
    ("云岫日报评论员 2024-04-12\n写好温暖答卷\n——二论贯彻落实全市民政工作会议精神\n3月5日，全市民政工作会议召开，描绘了新图景。", .commentary),
    ("全市举行民政事业发展新闻发布会（专场）\n3月5日，市政府举行新闻发布会，介绍全市民政工作会议以来的情况。", .pressConference),
    ("《云岫市养老服务条例》政策解读\n一、出台背景是什么？", .interpretation),
    ("民政局局长做客访谈\n主持人：今年有哪些打算？", .interview),
    ("2023年民政事业发展统计公报\n截至年底，全国共有养老机构4.1万个。", .bulletin),
    ("The city plans to open 50 canteens this year, officials said.", .foreign),
    ("天没亮透，他就出了门。\n雨下了两天。", .noMeeting),
  ])
  func `tells why a text is no report`(page: String, reason: Report.Reason) {
    #expect(layout(page).layout.reason == reason)
  }
}
