// SPDX-License-Identifier: Apache-2.0
import Digest
import Foundation
import Testing

@testable import Control

@Suite struct `The pager` {
  private func pager(_ environment: [String: String]) -> Pager? {
    Pager({ environment[$0].flatMap { $0.isEmpty ? nil : $0 } }, isSet: { environment[$0] != nil })
  }

  @Test(arguments: [["PAGER": "cat"], ["SYSTEMD_PAGER": ""], ["MINUTED_PAGER": "cat", "PAGER": "less"]])
  func `is none where none is asked for`(_ environment: [String: String]) {
    #expect(pager(environment) == nil)
  }

  @Test func `is there without being asked for`() { #expect(pager([:]) != nil) }

  @Test func `reads all that it is given`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "minuted-pager-\(UUID().uuidString)")
      .path
    defer { try? FileManager.default.removeItem(atPath: file) }
    let cat = try #require(pager(["MINUTED_PAGER": "cat >\(file)"])), pipe = Pipe()
    // Programs that other tests start meanwhile must not hold the end that is written to.
    for end in [pipe.fileHandleForReading, pipe.fileHandleForWriting] {
      _ = fcntl(end.fileDescriptor, F_SETFD, FD_CLOEXEC)
    }
    let process = try #require(cat.start(reading: pipe.fileHandleForReading.fileDescriptor))
    try pipe.fileHandleForReading.close()
    try pipe.fileHandleForWriting.write(contentsOf: Data("一二三\n".utf8))
    try pipe.fileHandleForWriting.close()
    var status: Int32 = 0
    #expect(waitpid(process, &status, 0) == process && status == 0)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "一二三\n")
  }
}

@Suite struct `JSON over several lines` {
  @Test func `says the same`() throws {
    let text = #"{"a":[1,{"b":"x,y:{\"z\"}"}],"c":{},"d":[]}"#
    let pretty = Data(PrettyJSON.text(Array(text.utf8)))
    let (one, other) = (
      try JSONSerialization.jsonObject(with: pretty) as? NSDictionary,
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary
    )
    #expect(one != nil && one == other)
  }

  @Test func `has a member a line and nothing between empty brackets`() {
    let pretty = String(decoding: PrettyJSON.text(Array(#"{"a":[1,2],"c":{}}"#.utf8)), as: UTF8.self)
    #expect(pretty == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"c\": {}\n}")
  }

  @Test func `is asked for as systemd's tools are`() {
    #expect(Arguments.understood(["list", "--json=pretty"]) == ["list", "--output=json-pretty"])
    #expect(Arguments.understood(["search", "--", "--json=pretty"]) == ["search", "--", "--json=pretty"])
    #expect(Arguments.understood(["list", "-ojson"]) == ["list", "--output=json"])
    // There -o names a file.
    #expect(Arguments.understood(["report", "-ojson"]) == ["report", "-ojson"])
  }

  @Test func `leaves a time its minus`() {
    #expect(
      Arguments.understood(["list", "--since", "-7d", "-U", "-20min"]) == [
        "list", "--since=-7d", "--until=-20min",
      ])
    #expect(Arguments.understood(["list", "-n", "-7"]) == ["list", "-n", "-7"])
    #expect(Arguments.understood(["search", "--", "-S", "-7d"]) == ["search", "--", "-S", "-7d"])
  }
}

@Suite struct `Progress` {
  @Test(arguments: [
    (0, 10, 0.0, "reading 0 of 10"), (20, 100, 10.0, "reading 20 of 100, 2.0/s, 40 s left"),
    (5000, 20000, 10.0, "reading 5000 of 20000, 500/s, 30 s left"),
    (1, 10_000, 2.0, "reading 1 of 10000, 0.5/s, 5 h 33 min left"),
  ])
  func `says how fast it is and how long it takes`(_ done: Int, _ all: Int, _ seconds: Double, _ text: String)
  {
    #expect(ProgressBar.text("reading", done, of: all, after: seconds) == text)
  }

  @Test(arguments: [20, 40, 80, 200], [0, 7, 10]) func `is a bar that fits the line`(
    _ columns: Int, _ done: Int
  ) {
    let bar = ProgressBar.bar("reading \(done) of 10", done, of: 10, columns: columns)
    #expect(DisplayWidth.of(bar) < columns)
    #expect(columns < 40 || bar.hasPrefix("["))
  }
}
