// SPDX-License-Identifier: Apache-2.0
import Digest
@testable import Pages
import Testing

@Suite struct `A page` {
  static let hostile = "<script>alert(1)</script>\" onload='x' &amp; \u{202E}txt.exe\u{1B}[31m"

  /// A page with the same words in every place that can hold foreign ones.
  static let full: Sheet = {
    let words: [Inline] = [
      .text(hostile), .strong(hostile), .faint(hostile), .mark(hostile), .inserted(hostile),
      .deleted(hostile),
      .link(hostile, to: hostile), .address(hostile), .address("javascript:alert(1)"), .note(1),
      .bar(hostile, share: 0.5),
      .plot(
        YearPlot(
          name: hostile,
          points: [
            .init(year: 2021, value: 1, label: hostile, isTarget: false),
            .init(year: 2022, value: 2, label: hostile, isTarget: false),
            .init(year: 2023, value: 3, label: hostile, isTarget: true),
          ], targetWord: hostile)),
    ]
    let item = RankChart.Item(rank: 1, head: hostile, mark: hostile, isAlone: false)
    let chart = RankChart(
      title: hostile, leftHead: hostile, rightHead: hostile, left: [item], right: [item],
      ties: [.init(from: 1, to: 1, kind: .moved)], legend: hostile)
    let finding = Block.Finding(
      anchor: "c01", story: words, quotations: [.init(label: hostile, words: hostile, place: words)])
    return Sheet(
      language: .chinese, kicker: hostile, headline: hostile, lead: [words], warnings: [hostile],
      sections: [
        Sheet.Section(
          "tasks", hostile,
          [
            .paragraph(words), .heading(hostile), .rows([.init(hostile, [words]), .init("", [words])]),
            .table(
              SheetTable(caption: hostile, header: [hostile, hostile], rows: [[words, words]], shape: .wide)),
            .ranks(chart), .findings([finding]), .notes([words]),
          ])
      ], foot: [words])
  }()

  let html = String(decoding: HTMLWriter.write(full), as: UTF8.self)

  @Test func `takes nothing foreign for markup`() {
    #expect(!html.contains("<script"))
    #expect(!html.contains("onload='x'"))
    #expect(!html.contains("\" onload"))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39; &amp;amp;"))
  }

  @Test func `shows no control characters and turns no reading order round`() {
    let controls = html.unicodeScalars.filter {
      ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
        || (0x202A...0x202E).contains($0.value)
    }
    #expect(controls.isEmpty)
  }

  @Test func `links to nothing but the web and its own places`() {
    #expect(!html.contains("href=\"javascript:"))
    #expect(html.contains("href=\"#n1\""))
  }

  @Test func `forbids scripts and the network before anything else is said`() throws {
    let policy = try #require(html.firstRange(of: "Content-Security-Policy"))
    let style = try #require(html.firstRange(of: "<style>"))
    #expect(policy.lowerBound < style.lowerBound)
    #expect(html.contains("default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:"))
    for word in ["url(", "@import", "src=", "<link", "<iframe", "<object"] {
      #expect(!html.contains(word), "\(word)")
    }
  }

  @Test func `names its pictures for those who do not see them`() {
    let pictures = html.matches(of: #/<svg[^>]*>(<title>)?/#)
    #expect(!pictures.isEmpty)
    for picture in pictures where !picture.0.contains("aria-hidden") {
      #expect(picture.0.contains("role=\"img\"") && picture.1 != nil, "\(picture.0)")
    }
  }
}
