// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Extractor

@Suite struct `A web page` {
  /// The kept blocks of a page, by the reader that runs within the walls.
  private func blocks(_ html: String) throws -> [String] {
    MainContent(try HTMLPage.page(Array(html.utf8))).blocks.map { String(decoding: $0, as: UTF8.self) }
  }

  private let article = """
    <h1>全省民政工作会议召开</h1><div class=info>2023-02-14 来源：省民政厅</div>
    <div class=content><p>2月13日，全省民政工作会议召开，总结2022年工作。</p><p>一是抓党建，二是兜底线。</p></div>
    """

  @Test func `gives its article and none of its menus`() throws {
    let menu = "<div><a href=/>首页</a> <a href=/x>政务公开</a></div>"
    let related = "<div><h3>相关</h3><ul><li><a>2022年全省民政工作会议召开，部署八项任务</a></li></ul></div>"
    let found = try blocks(
      "<title>全省民政工作会议召开_网</title><body>\(menu)<div>\(article)</div>\(related)<div>版权所有</div>")
    #expect(
      found == [
        "全省民政工作会议召开", "2023-02-14 来源：省民政厅", "2月13日，全省民政工作会议召开，总结2022年工作。", "一是抓党建，二是兜底线。",
      ])
  }

  @Test func `with several articles gives them all`() throws {
    let other = article.replacing("全省民政", with: "全市教育")
    let found = try blocks("<body><div><div>\(article)</div><div>\(other)</div></div>")
    #expect(found.contains("全省民政工作会议召开") && found.contains("2月13日，全市教育工作会议召开，总结2022年工作。"))
  }

  @Test func `keeps a headline that is a link`() throws {
    let linked = article.replacing("<h1>全省民政工作会议召开</h1>", with: "<p><a href=1.html>全省民政工作会议召开</a></p>")
    #expect(try blocks("<title>全省民政工作会议召开-网</title><div>\(linked)</div>").first == "全省民政工作会议召开")
  }

  @Test func `takes the headline from its head where no block has it`() throws {
    let found = try blocks(
      "<head><title>全省民政工作会议召开-民政厅</title><meta name=PubDate content=2023-02-14>"
        + "<meta name=ContentSource content=省民政厅></head><body><div><p>会议强调，要抓党建，要兜底线。</p><p>会议要求，要抓落实，要转作风。</p></div>"
    )
    #expect(found.prefix(2) == ["全省民政工作会议召开", "发布时间：2023-02-14　来源：省民政厅"])
  }

  @Test func `shows what a browser shows`() throws {
    let found = try blocks(
      "<p>一、加强\n  养老<script>var x='九是'</script>服务<span style='display: none'>隐藏</span>。</p>"
        + "<p>two\n words</p><!-- 十是 -->")
    #expect(found == ["一、加强养老服务。", "two words"])
  }

  @Test func `has a block for each line that is broken by hand`() throws {
    #expect(try blocks("<td>&emsp;&emsp;一是抓党建。<br>&emsp;&emsp;二是兜底线。</td>") == ["一是抓党建。", "二是兜底线。"])
    #expect(try blocks("<pre>一是抓党建。\n二是兜底线。</pre>") == ["一是抓党建。", "二是兜底线。"])
  }

  @Test func `has the rows of a table of facts, and the columns of a page apart`() throws {
    #expect(try blocks("<table><tr><td><p>加装电梯</p></td><td>356部</td></tr></table>") == ["加装电梯　　356部"])
    let column = String(repeating: "会议强调，要抓落实。", count: 10)
    #expect(try blocks("<table><tr><td>栏目</td><td>\(column)</td></tr></table>") == ["栏目", column])
  }
}
