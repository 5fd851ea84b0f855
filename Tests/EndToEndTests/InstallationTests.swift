// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

extension `End to end` {
  /// What `make install` puts there, before the service has run once.
  @Suite struct `The installation` {
    @Test func `is a unit that systemd finds nothing to say about`() throws {
      let box = try Box(starting: false)
      let unit = "/usr/local/lib/systemd/system/minuted.service"
      try box.expectSuccess("systemd-analyze", "verify", "--man=no", "--recursive-errors=yes", unit)
      try box.expectSuccess("systemd-analyze", "security", "--threshold=10", "minuted.service")
    }

    @Test func `brings a folder for those who drop, and a user`() throws {
      let box = try Box(starting: false)
      let folder = try box.expectSuccess("stat", "--format=%U:%G %a", "/var/spool/minuted/incoming")
      #expect(folder == "root:minuted-drop 2770\n")
      #expect(try box.expectSuccess("id", "--name", "--groups", "minuted") == "minuted\n")
    }

    @Test func `needs no toolchain where it runs, and its reader of documents no Foundation`() throws {
      let box = try Box(starting: false)
      let folder = "/usr/local/libexec/minuted"
      for program in ["minuted", "minuted-extract"] {
        let libraries = try box.expectSuccess("ldd", "\(folder)/\(program)")
        #expect(!libraries.contains("libswift") && !libraries.contains("Foundation"))
        // Names of its types and its messages are in what is linked with it.
        let found = try box.run("grep", "--quiet", "FoundationEssentials", "\(folder)/\(program)").status
        #expect(found == (program == "minuted" ? 0 : 1))
      }
    }

    @Test func `starts with an empty archive and the program under both names`() throws {
      let box = try Box(starting: false)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: box.state.appending(path: "lib").path) == [])
      #expect(
        try box.expectSuccess("readlink", "-f", "/usr/local/bin/minutectl")
          == "/usr/local/libexec/minuted/minuted\n")
      try box.expectSuccess("minutectl", "--help")
    }
  }
}
