// SPDX-License-Identifier: Apache-2.0
import Minutes
import Testing
import TestKit

@testable import Digest

@Suite struct `The model digests, line by line` {
  struct Golden: Sendable, CustomTestStringConvertible {
    var name: String
    var digest: @Sendable () throws -> MeetingDigest
    /// Lines that are not reproduced letter by letter yet, and why. A line that comes to be reproduced leaves
    /// the list.
    var pending: [Int: String]
    var testDescription: String { name }
  }

  static let goldens = [
    Golden(
      name: "1-year-on-year.zh.txt", digest: { try Example.yearOnYear() },
      pending: [
        1: "names of topics in the headline", 4: "what is under a new item",
        11: "parts of a merged item that came back",
        17: "short names of indicators", 18: "targets derived from two standards",
        21: "what a scope note quotes",
        22: "short names of indicators", 23: "short names of indicators", 24: "targets of older reports",
        25: "counts of the five-year look back", 26: "end of year, and “no reason given”",
        27: "both bases in one item", 28: "figures in pairs", 29: "order by interest, not by movement",
        30: "order by interest, not by movement", 31: "what 分管 rests on", 32: "full texts told from notices",
        33: "the id, and `correct`",
      ]),
    Golden(
      name: "2-city-with-uptake.zh.txt", digest: { try Example.city() },
      pending: [
        1: "names of topics in the headline", 2: "what the page date gave", 4: "names of topics",
        5: "partial uptake",
        6: "“not anywhere in the text”", 7: "brands taken up", 8: "brands taken up",
        9: "targets that the city lacks",
        10: "targets that the city lacks", 11: "what is local under an item",
        12: "continued items in one count",
        13: "two items in one line", 14: "short names, and the superior's own silence",
        16: "short names of indicators",
        17: "short names of indicators", 20: "targets set again after a year",
        22: "the report's reason for a fall", 23: "figures in pairs", 24: "short names of indicators",
        25: "incomparable figures", 28: "peers in one line",
        30: "the id, and `correct`",
      ]),
    Golden(
      name: "3-peers-only.zh.txt", digest: { try Example.peersOnly() },
      pending: [
        1: "names of topics in the headline", 5: "the words of an item that covers two",
        6: "the words of an item that covers two", 7: "an item inside another, or one of two in it",
        10: "an item inside another, or one of two in it", 11: "a name that stands in no task's head",
        14: "short names of items", 15: "lines of work inside items", 16: "who said it first",
        17: "how many names of each are shown", 18: "how many names of each are shown",
        19: "short titles of offices", 21: "the order of the foot", 22: "the kind's words alone",
        23: "the id, and `correct`",
      ]),
  ]

  @Test(arguments: goldens) func `stand as they were written by hand`(_ golden: Golden) throws {
    let lines = DigestText.whole(try golden.digest()).split(separator: "\n").map(String.init)
    for (place, line) in try Example.model(golden.name).enumerated() {
      let reached = lines.contains(line)
      if golden.pending[place + 1] == nil {
        #expect(reached, "line \(place + 1): \(line)")
      } else {
        #expect(!reached, "line \(place + 1) is reproduced: take it off the list")
      }
    }
  }
}
