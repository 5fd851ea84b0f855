// SPDX-License-Identifier: Apache-2.0

/// Bytes at an address that lasts: C libraries read on from where they were pointed to.
final class HeldBytes {
  let buffer: UnsafeRawBufferPointer

  init(_ bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
    copy.copyBytes(from: bytes)
    buffer = UnsafeRawBufferPointer(rebasing: copy[..<bytes.count])
  }

  deinit { buffer.deallocate() }
}
