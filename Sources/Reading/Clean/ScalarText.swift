// SPDX-License-Identifier: Apache-2.0

/// A text as Unicode scalars, each with its place in the source: what the cleaning rules work on.
///
/// Fixed width makes a rule a plain loop, and `origins` keeps every span true through any number of cuts and
/// joins.
package struct ScalarText: Sendable {
  package private(set) var scalars: [UInt32]
  package private(set) var origins: [Int32]
  /// The kinds of characters in it; it may name some that a rule has taken out again.
  private(set) var signs: Signs = []

  /// The text as it arrived; bytes that are no UTF-8 read as U+FFFD.
  package init(utf8: [UInt8]) {
    let isValid = (try? UTF8Span(validating: utf8.span)) != nil
    scalars = Self.scalars(isValid ? utf8 : Array(String(decoding: utf8, as: UTF8.self).utf8))
    origins = Array(0..<Int32(clamping: scalars.count))
    for scalar in scalars { signs.formUnion(Signs(of: scalar)) }
  }

  /// The scalars of valid UTF-8: what leads a scalar tells its length.
  private static func scalars(_ utf8: [UInt8]) -> [UInt32] {
    let count = utf8.count { $0 & 0xC0 != 0x80 }
    return [UInt32](unsafeUninitializedCapacity: count) { scalars, written in
      var place = 0
      func next() -> UInt32 {
        defer { place += 1 }
        return UInt32(utf8[place])
      }
      while place < utf8.count, written < count {
        let lead = next()
        scalars[written] =
          switch lead {
          case ..<0x80: lead
          case ..<0xE0: (lead & 0x1F) << 6 | next() & 0x3F
          case ..<0xF0: (lead & 0x0F) << 12 | (next() & 0x3F) << 6 | next() & 0x3F
          default: (lead & 0x07) << 18 | (next() & 0x3F) << 12 | (next() & 0x3F) << 6 | next() & 0x3F
          }
        written += 1
      }
    }
  }

  package init(scalars: [UInt32] = [], origins: [Int32] = []) {
    self.scalars = scalars
    self.origins = origins
    for scalar in scalars { signs.formUnion(Signs(of: scalar)) }
  }

  package var count: Int { scalars.count }

  /// Adds a scalar that stands for the source's scalar at `origin`.
  package mutating func append(_ scalar: UInt32, from origin: Int32) {
    scalars.append(scalar)
    origins.append(origin)
    signs.formUnion(Signs(of: scalar))
  }

  /// Adds a stretch of another text, origins included.
  package mutating func append(_ other: ScalarText, _ range: Range<Int>) {
    scalars.append(contentsOf: other.scalars[range])
    origins.append(contentsOf: other.origins[range])
    signs.formUnion(other.signs)
  }

  package mutating func reserve(_ count: Int) {
    scalars.reserveCapacity(count)
    origins.reserveCapacity(count)
  }
}
