// SPDX-License-Identifier: Apache-2.0

extension [UInt8] {
  /// True where `word` stands somewhere in these bytes.
  ///
  /// The library's `firstRange(of:)` is not specialised: on a page of 20 MB it took a quarter of the time, most of it
  /// looking up its own types.
  func holds(_ word: [UInt8]) -> Bool {
    guard let first = word.first else { return true }
    return withUnsafeBufferPointer { bytes in
      word.withUnsafeBufferPointer { word in
        var at = 0
        while at + word.count <= bytes.count {
          if bytes[at] == first {
            var length = 1
            while length < word.count, bytes[at + length] == word[length] { length += 1 }
            if length == word.count { return true }
          }
          at += 1
        }
        return false
      }
    }
  }
}
