// SPDX-License-Identifier: Apache-2.0
import Minutes
import Testing

@testable import Digest

@Suite struct `Where an excerpt stands` {
  private let onPage = Excerpt(text: "甲", span: Span(start: 974, end: 986), paragraph: 2, page: 3)
  private let inText = Excerpt(text: "甲", span: Span(start: 974, end: 986), paragraph: 7)

  @Test func `is said with its page where there is one`() {
    #expect([onPage, inText].map(\.place) == ["p3 ¶2 974-986", "¶7 974-986"])
    #expect([onPage, inText].map(Voice(.chinese).place) == ["第3页第2段", "第7段"])
    #expect([onPage, inText].map(Voice(.english).place) == ["p. 3, para. 2", "para. 7"])
  }

  @Test func `has a page in JSON only where there is one`() {
    func json(_ excerpt: Excerpt) -> String {
      let priority = Priority(
        rank: 1, marker: nil, head: "甲", excerpt: excerpt, topics: [], terms: [], confidence: 1)
      var meeting = Meeting(kind: "民政工作会议", category: "工作会议")
      meeting.priorities = [priority]
      return String(decoding: MeetingJSON.value(meeting).text(), as: UTF8.self)
    }
    #expect(json(onPage).contains("\"page\":3,\"paragraph\":2"))
    #expect(!json(inText).contains("page") && json(inText).contains("\"paragraph\":7"))
  }
}
