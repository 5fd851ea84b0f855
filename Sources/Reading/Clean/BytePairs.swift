// SPDX-License-Identifier: Apache-2.0

/// GBK's pairs of bytes, both ways.
struct BytePairs {
  private let plane: [UInt32]
  private let pairs: [UInt32: (UInt8, UInt8)]

  init(plane: [UInt32]) {
    self.plane = plane
    var pairs: [UInt32: (UInt8, UInt8)] = [:]
    for (place, scalar) in plane.enumerated() where scalar > 0 {
      let (lead, trail) = (0x81 + place / 191, 0x40 + place % 191)
      pairs[scalar] = (UInt8(truncatingIfNeeded: lead), UInt8(truncatingIfNeeded: trail))
    }
    self.pairs = pairs
  }

  /// The bytes that scalars were decoded from; nil where one of them is not in GBK.
  func bytes(of scalars: some Sequence<UInt32>) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in scalars {
      if scalar < 0x80 {
        bytes.append(UInt8(scalar))
      } else if let (lead, trail) = pairs[scalar] {
        bytes += [lead, trail]
      } else {
        return nil
      }
    }
    return bytes
  }

  /// The scalars of bytes taken two by two; 0 where a pair means nothing, and a last odd byte is left out.
  func scalars(of bytes: some Collection<UInt8>) -> [UInt32] {
    var scalars: [UInt32] = []
    var lead: UInt8?
    for byte in bytes {
      guard let first = lead else {
        lead = byte
        continue
      }
      let place = (Int(first) - 0x81) * 191 + Int(byte) - 0x40
      scalars.append(first > 0x80 && byte > 0x3F && plane.indices.contains(place) ? plane[place] : 0)
      lead = nil
    }
    return scalars
  }

  /// One of the 3,755 characters of GB 2312's first level, which make up running text.
  func isCommon(_ scalar: UInt32) -> Bool {
    guard let (lead, trail) = pairs[scalar] else { return false }
    return (0xB0...0xD7).contains(lead) && trail > 0xA0
  }
}
