// SPDX-License-Identifier: Apache-2.0
import Digest
import Testing

@testable import Control

@Suite struct `A table for a terminal` {
  @Test func `counts a Chinese character as two columns`() {
    let text = Columns.text([["深圳", "x"], ["a", "y"]], header: ["地", "n"])
    #expect(text == "地    n\n深圳  x\na     y")
  }

  @Test func `is cut to the terminal where it is widest, and never in its numbers`() {
    let text = Columns.text(
      [["广东省深圳市福田区", "1234567890123", "全区民政工作会议暨党风廉政建设工作会议"]], header: ["辖区", "数", "会议"], right: [1],
      limit: 55)
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= 55 }, "\(text)")
    #expect(lines[1].contains("广东省深圳市福田区  1234567890123  全区") && lines[1].hasSuffix("…"))
  }

  @Test func `stays whole where nothing limits it`() {
    let long = String(repeating: "长", count: 300)
    #expect(Columns.text([[long, "x"]], limit: nil).contains(long))
  }

  @Test func `lets no escape sequence through`() {
    #expect(Columns.text([["\u{1B}[31mred", "x"]], header: ["a", "b"]).contains("\u{1B}") == false)
  }
}

@Suite struct `A file on the command line` {
  @Test func `is named without its folders`() {
    #expect(InputFile(path: "/srv/2023/001.txt").name == "001.txt")
    #expect(InputFile(path: "-").name == "-")
  }

  @Test func `that is not there is told with what to do`() {
    let error = #expect(throws: InputError.self) { try InputFile(path: "/nonexistent/a.txt").bytes() }
    #expect(error?.description.contains("check the name") == true)
  }
}
