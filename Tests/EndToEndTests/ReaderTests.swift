// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing

extension `End to end` {
  /// Who may see the archive, and who may change it.
  @Suite struct `A user` {
    private static let commands = [
      ["list"], ["list", "--json"], ["show", "440300/"], ["status"], ["status", "--json"],
    ]

    private func run(_ box: Box, as groups: String, _ command: [String]) throws -> Command {
      try box.run(["setpriv", "--reuid=65534", "--regid=65534", groups, "minutectl"] + command)
    }

    @Test func `of group minuted reads the archive while the service runs and when it has stopped`() throws {
      let box = try Box()
      try box.drop(Examples.shenzhen)
      let digest = try #require(try box.outcomes(of: Examples.shenzhen.lastPathComponent).first)
      let commands =
        Self.commands + [["digest", String(try #require(digest["MINUTED_DIGEST_ID"]).prefix(8))]]
      var running: [String] = []
      for command in commands {
        let result = try run(box, as: "--groups=minuted", command)
        #expect(result.status == 0, "\(command): \(result.errors)")
        running.append(result.output)
      }
      try box.expectSuccess("systemctl", "stop", "minuted")
      for (command, before) in zip(commands, running) where command[0] != "status" {
        let result = try run(box, as: "--groups=minuted", command)
        #expect(result.status == 0, "\(command): \(result.errors)")
        #expect(result.output == before)
      }
    }

    @Test func `of no group is told what is missing`() throws {
      let box = try Box()
      let result = try run(box, as: "--clear-groups", ["list"])
      #expect(result.status != 0)
      #expect(result.errors.contains("group minuted"), "\(result.errors)")
    }

    @Test func `who is not root may not import, and is told so`() throws {
      let box = try Box()
      let examples = "/usr/local/share/doc/minuted/examples/2023"
      for groups in ["--clear-groups", "--groups=minuted"] {
        let result = try run(box, as: groups, ["import", "--provenance", "paraphrase", examples])
        #expect(result.status != 0)
        #expect(result.errors.contains("root"), "\(result.errors)")
      }
      #expect(try box.entries("MINUTED_EVENT=digest").isEmpty)
    }
  }
}
