// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Journal

@Suite struct `Where journald writes now` {
  @Test func `is what it writes to and the file that it closed last, of the system's`() {
    let folder = "/var/log/journal/3d1219c7c4c5404aaa1f6d2a48adfda4"
    let paths = [
      "system.journal", "user-1000.journal",
      "system@a450c4dac1634a47b3961a99c2db7b27-0000000000008252-000660e0d67a2597.journal",
      "system@b450c4dac1634a47b3961a99c2db7b27-0000000000000001-000660e0d709723f.journal",
      "system@000660e06d5c29da-fffffffff120c453.journal~",
      "user-1000@a450c4dac1634a47b3961a99c2db7b27-0000000000009252-000660e0d8000000.journal",
    ].map { "\(folder)/\($0)" }
    #expect(JournalView.recent(of: paths) == [paths[0], paths[1], paths[3]])
    #expect(JournalView.recent(of: [paths[4]]).isEmpty)
  }
}
