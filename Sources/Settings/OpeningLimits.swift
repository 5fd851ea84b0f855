// SPDX-License-Identifier: Apache-2.0

/// How much the opening of one document may cost (`ExtractorLimits=`): words such as `wall=60s memory=384M`.
///
/// What is not named keeps its default.
package struct OpeningLimits: Sendable, Hashable {
  /// Until the child is killed.
  package var wall = Duration.seconds(60)
  /// Of computing.
  package var cpu = Duration.seconds(30)
  /// Bytes of the child's address space.
  package var memory = 384 << 20
  /// Bytes of text, or of members, that come back.
  package var output = 64 << 20
  package var pages = 2_000
  /// Documents in an archive.
  package var members = 4_096
  /// Bytes that an archive inflates to.
  package var inflated = 256 << 20
  /// How many times its own size a document inflates to, once that is more than a megabyte.
  package var ratio = 100

  package init() {}

  /// The limits that the words name, or nil where one cannot be read.
  static func parse(_ text: String) -> OpeningLimits? {
    var limits = OpeningLimits()
    for word in text.split(whereSeparator: \.isWhitespace) {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, limits.set(parts[0], parts[1]) else { return nil }
    }
    return limits
  }

  private mutating func set(_ name: String, _ value: String) -> Bool {
    switch name {
    case "wall": assign(TimeSpan.parse(value), to: \.wall, atLeast: .seconds(1), atMost: .seconds(3_600))
    case "cpu": assign(TimeSpan.parse(value), to: \.cpu, atLeast: .seconds(1), atMost: .seconds(3_600))
    // Below, the programs themselves do not start.
    case "memory": assign(ByteSize.parse(value), to: \.memory, atLeast: 64 << 20, atMost: 1 << 40)
    case "output": assign(ByteSize.parse(value), to: \.output, atLeast: 1 << 10, atMost: 1 << 30)
    case "inflated": assign(ByteSize.parse(value), to: \.inflated, atLeast: 1 << 10, atMost: 1 << 40)
    case "pages": assign(Int(value), to: \.pages, atLeast: 1, atMost: 1_000_000)
    case "members": assign(Int(value), to: \.members, atLeast: 1, atMost: 1_000_000)
    case "ratio": assign(Int(value), to: \.ratio, atLeast: 1, atMost: 1_000_000)
    default: false
    }
  }

  private mutating func assign<Value: Comparable>(
    _ value: Value?, to property: WritableKeyPath<Self, Value>, atLeast least: Value, atMost most: Value
  ) -> Bool {
    guard let value, least <= value, value <= most else { return false }
    self[keyPath: property] = value
    return true
  }
}
