// SPDX-License-Identifier: Apache-2.0

/// Finds what a page is about, between its menus, its lists of other pages and its footer.
///
/// The main content is the smallest box that holds nine tenths of the page's running text: all articles of a
/// page with several, never a fraction of one. Before it, headline and credits count from the headline on,
/// which is the last block that the page's title repeats. Menus go wherever they stand. What is left over of
/// the site is the business of the cleaning rules, which see it in pages saved as text too.
package struct MainContent {
  private let page: Page
  /// Which containers lie in the main one.
  private let isMain: [Bool]

  package init(_ page: Page) {
    self.page = page
    let main = Self.mainContainer(of: page)
    var inside = [Bool](repeating: false, count: page.containers.count)
    // Parents stand before their children: one pass does.
    for index in inside.indices { inside[index] = index == main || inside[page.containers[index].parent] }
    isMain = inside
  }

  /// The blocks that are kept, in order.
  package var blocks: [[UInt8]] {
    let inside = page.blocks.indices.filter { isMain[page.blocks[$0].container] }
    guard let first = inside.first, let last = inside.last else { return [] }
    let headline = headline(before: first)
    let kept = ((headline ?? first)...last).filter { at in
      let block = page.blocks[at]
      return (at < first || isMain[block.container]) && (!block.isMenu || at == headline)
    }
    let isHeaded =
      headline != nil
      || kept.prefix(3).contains { page.blocks[$0].kind == .heading || page.blocks[$0].isStrong }
    return withHead(kept.map { page.blocks[$0].text }, isHeaded: isHeaded)
  }

  /// The smallest container with nine tenths of the prose; one that holds a single block is a paragraph, not
  /// a place.
  private static func mainContainer(of page: Page) -> Int {
    var prose = [Int](repeating: 0, count: page.containers.count)
    var count = prose
    for block in page.blocks {
      prose[block.container] += block.prose
      count[block.container] += 1
    }
    for index in page.containers.indices.dropFirst().reversed() {
      prose[page.containers[index].parent] += prose[index]
      count[page.containers[index].parent] += count[index]
    }
    guard prose[0] > 0 else { return 0 }
    var main = 0
    for index in page.containers.indices.dropFirst() where page.containers[index].parent == main {
      if prose[index] * 10 >= prose[0] * 9, count[index] > 1 { main = index }
    }
    return main
  }

  /// The last block before the main content that the page's title repeats, or its last heading, or what is
  /// bold as a whole.
  private func headline(before first: Int) -> Int? {
    let before = page.blocks.indices.prefix(first)
    return before.last { isTitle(page.blocks[$0]) }
      ?? before.last { page.blocks[$0].kind == .heading && !page.blocks[$0].isMenu }
      ?? before.last { page.blocks[$0].isStrong && !page.blocks[$0].isMenu && page.blocks[$0].length >= 8 }
  }

  /// True for a block whose words stand in the page's title; two or three characters stand anywhere.
  private func isTitle(_ block: PageBlock) -> Bool {
    block.length >= 6 && page.title.holds(block.text)
  }

  /// The blocks with what only the page's head tells: a headline that no block has, publisher and day of
  /// publication.
  ///
  /// `ArticleTitle`, `PubDate` and `ContentSource` are what the rules for government sites demand.
  private func withHead(_ blocks: [[UInt8]], isHeaded: Bool) -> [[UInt8]] {
    var blocks = blocks
    let told = page.meta["articletitle"] ?? page.meta["og:title"]
    // A title alone may be the site's name: it is no headline where the page has one.
    if !page.blocks.contains(where: isTitle), let title = told ?? (isHeaded ? nil : titleParts.first),
      !page.blocks.contains(where: { $0.text == title })
    {
      blocks.insert(title, at: 0)
    }
    guard !blocks.prefix(6).contains(where: { $0.holds(Array("来源".utf8)) }) else {
      return blocks
    }
    var credits: [UInt8] = []
    if let day = page.meta["pubdate"] { credits += Array("发布时间：".utf8) + day }
    if let source = page.meta["contentsource"] { credits += Array("　来源：".utf8) + source }
    if !credits.isEmpty { blocks.insert(credits, at: min(1, blocks.count)) }
    return blocks
  }

  /// The title's parts that can be a headline: “会议召开_民政局” is a headline and a site.
  private var titleParts: [[UInt8]] {
    page.title.split { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "-") }
      .map { Array($0.drop { $0 <= 0x20 }) }
      .filter { $0.scalarCount >= 6 }
  }
}
