// SPDX-License-Identifier: Apache-2.0

extension String {
  /// The words that scalars write; what is no scalar reads as U+FFFD.
  ///
  /// Most of what reading gives out is made here, from tens of thousands of scalars a report: the bytes are written
  /// at once, where appending scalar by scalar would ask for room at each.
  init(scalars: some Collection<UInt32>) {
    let room = scalars.reduce(0) { $0 + Self.width(of: $1) }
    self.init(unsafeUninitializedCapacity: room) { bytes in
      var end = 0
      func put(_ byte: UInt32) {
        bytes[end] = UInt8(truncatingIfNeeded: byte)
        end += 1
      }
      for scalar in scalars {
        let scalar = Unicode.Scalar(scalar)?.value ?? 0xFFFD
        switch Self.width(of: scalar) {
        case 1: put(scalar)
        case 2:
          put(0xC0 | scalar >> 6)
          put(0x80 | scalar & 0x3F)
        case 3:
          put(0xE0 | scalar >> 12)
          put(0x80 | scalar >> 6 & 0x3F)
          put(0x80 | scalar & 0x3F)
        default:
          put(0xF0 | scalar >> 18)
          put(0x80 | scalar >> 12 & 0x3F)
          put(0x80 | scalar >> 6 & 0x3F)
          put(0x80 | scalar & 0x3F)
        }
      }
      return end
    }
  }

  /// How many bytes of UTF-8 a scalar takes; at least as many as U+FFFD where it is none.
  private static func width(of scalar: UInt32) -> Int {
    switch scalar {
    case ..<0x80: 1
    case ..<0x800: 2
    case ..<0x10000: 3
    default: 4
    }
  }
}
