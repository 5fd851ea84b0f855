// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Control

@Suite struct `A table for a terminal` {
  @Test func `counts a Chinese character as two columns`() {
    let text = Columns.text([["深圳", "x"], ["a", "y"]], header: ["地", "n"])
    #expect(text == "地    n\n深圳  x\na     y")
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
