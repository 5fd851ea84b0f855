// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@Suite struct `An output without room` {
  private func run(_ command: String) throws -> Run {
    try Program.call(
      ["-c", command, Program.link.path], of: "/bin/sh", environment: ["PATH": "/usr/bin:/bin"])
  }

  @Test func `is told, and ends the command with 74`() throws {
    let run = try run("\"$0\" numerals 3 >/dev/full")
    #expect(run.status == 74 && run.complaint.contains("No space left on device"))
  }
}
