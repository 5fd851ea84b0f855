// SPDX-License-Identifier: Apache-2.0

/// How far the pages of a folder are written, kept in the folder itself: another folder begins anew.
///
/// A page that ended the daemon is begun three times and then left out: what cannot be drawn must not keep
/// what can be from being told.
struct PageProgress {
  static let file = ".progress"
  private static let mostAttempts = 3

  /// The number of the last digest whose page is written or left out.
  var done: Int64 = 0
  /// The digest whose page was begun last, and how often without an end.
  private var begun: Int64 = 0
  private var attempts = 0

  /// From the bytes of its file; what is none is the beginning.
  init(_ bytes: [UInt8]) {
    let numbers = String(decoding: bytes, as: UTF8.self).split { $0 == " " || $0 == "\n" }.compactMap {
      Int64($0)
    }
    guard numbers.count == 3 else { return }
    (done, begun, attempts) = (numbers[0], numbers[1], Int(clamping: numbers[2]))
  }

  /// Always as many, so that one write takes the place of what was there.
  var bytes: [UInt8] {
    let text = "\(done) \(begun) \(attempts)"
    return Array((text + String(repeating: " ", count: max(0, Self.size - text.utf8.count)) + "\n").utf8)
  }

  private static let size = 63

  /// Counts an attempt before it is made; false where it was tried often enough.
  mutating func begin(_ number: Int64) -> Bool {
    attempts = begun == number ? attempts + 1 : 1
    begun = number
    return attempts <= Self.mostAttempts
  }

  /// The page of a digest is at its end, written or not.
  mutating func end(_ number: Int64) {
    done = max(done, number)
    (begun, attempts) = (0, 0)
  }
}
