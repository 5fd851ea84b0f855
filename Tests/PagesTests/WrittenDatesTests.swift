// SPDX-License-Identifier: Apache-2.0
@testable import Pages
import Testing

@Suite struct `Written days` {
  @Test(
    arguments: [
      ("2025-02-13召开，上次2024-01-25", ["2025-02-13", "2024-01-25"]), ("2021—2023年", []), ("", []),
      ("2025-02-13-shenzhen.txt", []), ("a2025-02-13", []), ("12025-02-13", []), ("2025-02-131", []),
      ("2025-02-1", []), ("2025-1-2025-02-13", []), ("（2025-02-13）", ["2025-02-13"]),
      ("2025-02-13 08:30；2025-02-13 9家", ["2025-02-13 08:30", "2025-02-13"]),
      ("2025-02-13 08:301", ["2025-02-13"]),
    ])
  func `are found, and are none within names of files and longer numbers`(_ text: String, _ days: [String]) {
    #expect(WrittenDates.places(in: text).map { String(text[$0]) } == days)
  }
}
