// SPDX-License-Identifier: Apache-2.0
import Digest
import Foundation
import Testing

@testable import Pages

/// What a page is for machines: valid, and readable for those who listen to it.
@Suite struct `The structure of a page` {
  let html = String(decoding: HTMLWriter.write(SampleSheet.sheet), as: UTF8.self)

  @Test(arguments: ["sample", "hostile"]) func `is valid HTML`(_ name: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [
      "-c",
      """
      import sys
      try: import html5lib
      except ImportError: sys.exit("html5lib is missing: apt-get install python3-html5lib")
      parser = html5lib.HTMLParser()
      parser.parse(sys.stdin.buffer.read())
      sys.exit("; ".join(f"{place} {code} {data}" for place, code, data in parser.errors) or 0)
      """,
    ]
    let (input, errors) = (Pipe(), Pipe())
    (process.standardInput, process.standardError) = (input, errors)
    try process.run()
    input.fileHandleForWriting.write(
      Data(HTMLWriter.write(name == "sample" ? SampleSheet.sheet : `A page`.full)))
    try input.fileHandleForWriting.close()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: said, as: UTF8.self))")
  }

  @Test func `has one first heading and leaves no level out`() {
    let levels = html.matches(of: /<h([1-6])>/).compactMap { Int($0.1) }
    #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
    for (one, next) in zip(levels, levels.dropFirst()) { #expect(next <= one + 1) }
  }

  @Test func `says of each head of a table what it heads`() {
    let heads = html.matches(of: /<th\s[^>]*>/)
    #expect(!heads.isEmpty)
    for head in heads { #expect(head.0.contains("scope=\""), "\(head.0)") }
  }

  @Test func `names each place once, and no link leads nowhere`() {
    let places = html.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(Set(places).count == places.count)
    for link in html.matches(of: /href="#([^"]*)"/) { #expect(places.contains(String(link.1)), "\(link.1)") }
  }

  @Test func `draws a chart for wide windows and one for phones`() {
    #expect(html.contains("class=\"chart wide\"") && html.contains("class=\"chart narrow\""))
  }
}

@Suite struct `Markdown of a page` {
  @Test func `takes nothing foreign for marks`() {
    let sheet = Sheet(language: .chinese, kicker: "", headline: "[a](javascript:x) <b>*c*</b> | _d_")
    #expect(MarkdownWriter.text(sheet) == "# \\[a\\](javascript:x) &lt;b\\>\\*c\\*&lt;/b\\> \\| \\_d\\_\n")
  }
}

@Suite struct `CSV of a report` {
  @Test func `quotes what must be quoted, and lets no text be a formula`() {
    let text = CSVText.text(
      header: ["a", "b"], rows: [[.text("=HYPERLINK(\"x\")"), .number(-5)], [.text("一,二\n三"), .empty]])
    #expect(text == "a,b\r\n\"'=HYPERLINK(\"\"x\"\")\",-5\r\n\"一,二 三\",\r\n")
  }
}
