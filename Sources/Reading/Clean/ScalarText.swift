// SPDX-License-Identifier: Apache-2.0

/// A text as Unicode scalars, each with its place in the source: what the cleaning rules work on.
///
/// Fixed width makes a rule a plain loop, and `origins` keeps every span true through any number of cuts and
/// joins.
package struct ScalarText: Sendable {
  package private(set) var scalars: [UInt32]
  package private(set) var origins: [Int32]

  /// The text as it arrived.
  package init(utf8: [UInt8]) {
    scalars = []
    scalars.reserveCapacity(utf8.count / 2)
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars { scalars.append(scalar.value) }
    origins = (0..<Int32(clamping: scalars.count)).map(\.self)
  }

  package init(scalars: [UInt32] = [], origins: [Int32] = []) {
    self.scalars = scalars
    self.origins = origins
  }

  package var count: Int { scalars.count }

  /// Adds a scalar that stands for the source's scalar at `origin`.
  package mutating func append(_ scalar: UInt32, from origin: Int32) {
    scalars.append(scalar)
    origins.append(origin)
  }

  /// Adds a stretch of another text, origins included.
  package mutating func append(_ other: ScalarText, _ range: Range<Int>) {
    scalars.append(contentsOf: other.scalars[range])
    origins.append(contentsOf: other.origins[range])
  }

  /// Replaces a scalar in place; its origin stays.
  package mutating func replace(at place: Int, with scalar: UInt32) { scalars[place] = scalar }

  package mutating func reserve(_ count: Int) {
    scalars.reserveCapacity(count)
    origins.reserveCapacity(count)
  }
}
