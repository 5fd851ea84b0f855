// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Journal

@Suite struct `The namespace of the journal` {
  private static let plain = [
    "22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw",
    "114 22 0:53 / /run rw,nosuid - tmpfs run rw,mode=755",
  ]

  @Test func `is told by the mount over the folder of the socket`() {
    let mount = "130 114 0:53 /systemd/journal.minuted /run/systemd/journal ro master:15 - tmpfs run rw"
    #expect(JournalNamespace.of(mounts: Self.plain + [mount]) == "minuted")
  }

  @Test func `is none where nothing or the system's own folder is mounted there`() {
    #expect(JournalNamespace.of(mounts: Self.plain) == nil)
    let own = "130 114 0:53 /systemd/journal /run/systemd/journal ro - tmpfs run rw"
    #expect(JournalNamespace.of(mounts: Self.plain + [own]) == nil)
    let below = "131 114 0:53 /systemd/journal.x /run/systemd/journal/socket ro - tmpfs run rw"
    #expect(JournalNamespace.of(mounts: Self.plain + [below]) == nil)
  }

  @Test func `is that of the mount that came last`() {
    let mounts = ["one", "two"].map {
      "130 114 0:53 /systemd/journal.\($0) /run/systemd/journal ro - tmpfs r rw"
    }
    #expect(JournalNamespace.of(mounts: mounts) == "two")
  }

  @Test func `of these tests is none`() {
    #expect(JournalNamespace.current == nil)
  }
}
