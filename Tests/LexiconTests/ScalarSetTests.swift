// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Testing

@Suite struct `A set of scalars` {
  private let marks = ScalarSet("，。;老")

  @Test(arguments: ["，", "。", ";", "老"] as [Unicode.Scalar]) func `holds its members`(
    _ scalar: Unicode.Scalar
  ) {
    #expect(marks.contains(scalar.value))
  }

  @Test(arguments: ["、", ":", "考", "\u{0}", "𠮷"] as [Unicode.Scalar])
  func `holds nothing else`(_ scalar: Unicode.Scalar) {
    #expect(!marks.contains(scalar.value))
  }

  @Test func `takes any number for a scalar`() { #expect(!marks.contains(.max)) }
}
