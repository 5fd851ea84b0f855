// SPDX-License-Identifier: Apache-2.0

/// The names that members of a container have, no two of them alike: each is an arrival by its name.
struct MemberNames {
  /// As long as a name of a file may be.
  private static let longest = 200

  private var taken: Set<[UInt8]> = []

  var isEmpty: Bool { taken.isEmpty }

  /// The name, with a number before its ending where it is taken; what parts folders becomes a dash.
  mutating func unused(_ name: [UInt8]) -> [UInt8] {
    let plain = name.map { $0 < 0x20 || $0 == UInt8(ascii: "/") || $0 == 0x7F ? UInt8(ascii: "-") : $0 }
    let end = plain.lastIndex(of: UInt8(ascii: ".")) ?? plain.endIndex
    let (stem, ending) = (plain[..<end].prefix(Self.longest), plain[end...].prefix(10))
    var unused = Array(stem + ending)
    var number = 2
    while !taken.insert(unused).inserted {
      unused = stem + Array("-\(number)".utf8) + ending
      number += 1
    }
    return unused
  }
}
