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
  /// How often the page of arrivals was begun without an end. It is counted apart: it is drawn between the
  /// others, and would take their count away.
  private var arrivals = 0

  /// From the bytes of its file; what is none is the beginning.
  ///
  /// Others may write into the folder, so a number that no count comes to is brought back to one that does.
  init(_ bytes: [UInt8] = []) {
    let numbers = String(decoding: bytes, as: UTF8.self).split { $0 == " " || $0 == "\n" }.compactMap {
      Int64($0)
    }
    // The fourth is of later than the others.
    guard numbers.count == 3 || numbers.count == 4 else { return }
    func attempts(_ number: Int64) -> Int { min(max(0, Int(clamping: number)), Self.mostAttempts) }
    (done, begun) = (max(0, numbers[0]), numbers[1])
    self.attempts = attempts(numbers[2])
    arrivals = numbers.count == 4 ? attempts(numbers[3]) : 0
  }

  /// Always as many, so that one write takes the place of what was there.
  var bytes: [UInt8] {
    let text = "\(done) \(begun) \(attempts) \(arrivals)"
    return Array((text + String(repeating: " ", count: max(0, Self.size - text.utf8.count)) + "\n").utf8)
  }

  private static let size = 63

  /// Counts an attempt before it is made; false where it was tried often enough.
  mutating func begin(_ number: Int64) -> Bool {
    attempts = begun == number ? attempts + 1 : 1
    begun = number
    return attempts <= Self.mostAttempts
  }

  /// Takes an attempt back that the folder refused, which says nothing of the page.
  mutating func giveBack() { attempts = max(0, attempts - 1) }

  /// Counts an attempt at the page of arrivals; false where it was tried often enough.
  mutating func beginArrivals() -> Bool {
    arrivals += 1
    return arrivals <= Self.mostAttempts
  }

  /// The page of arrivals is at its end, written or not.
  mutating func endArrivals() { arrivals = 0 }

  /// The page of a digest is at its end, written or not.
  mutating func end(_ number: Int64) {
    done = max(done, number)
    (begun, attempts) = (0, 0)
  }
}
