// SPDX-License-Identifier: Apache-2.0

/// One piece of what `minuted-extract` writes: a tag, the payload's length (four bytes, low first), the
/// payload.
///
/// A result is a row of frames that closes with `end`; one that breaks off before it is the result of a crash
/// and counts for nothing. ARCHITECTURE.md has the protocol on one page.
package enum Frame: Sendable, Hashable {
  /// The blocks that follow stand on this page.
  case page(Int)
  /// A paragraph in UTF-8.
  case block([UInt8])
  /// The name of the member that follows.
  case name([UInt8])
  case member([UInt8])
  /// The document cannot be read; nothing but `end` follows.
  case refusal(Refusal)
  case end

  package enum Tag: UInt8 {
    case page = 0x50
    case block = 0x42
    case name = 0x4E
    case member = 0x4D
    case refusal = 0x52
    case end = 0x45
  }

  package var tag: Tag {
    switch self {
    case .page: .page
    case .block: .block
    case .name: .name
    case .member: .member
    case .refusal: .refusal
    case .end: .end
    }
  }

  private var payload: [UInt8] {
    switch self {
    case .page(let number): Self.bytes(of: UInt32(clamping: number))
    case .block(let bytes), .name(let bytes), .member(let bytes): bytes
    case .refusal(let refusal): Array("\(refusal.reason.rawValue) \(refusal.detail)".utf8)
    case .end: []
    }
  }

  /// The frame as it stands in the pipe; nil where the payload is longer than four bytes can say.
  package var encoded: [UInt8]? {
    let payload = payload
    guard let length = UInt32(exactly: payload.count) else { return nil }
    return [tag.rawValue] + Self.bytes(of: length) + payload
  }

  private static func bytes(of number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}
