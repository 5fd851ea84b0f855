// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// What a common line of work says of two priorities, given all the others.
///
/// Where one or two tasks of a report are of a line (养老 split from 一老一小), sharing it says nearly all; where seven
/// are, next to nothing, and the words must decide.
struct TellingLines {
  /// For each line of work of any item the share that it tells, 0 to 1.
  private let shares: [String: Double]

  init(_ from: [Priority], _ to: [Priority]) {
    var shares: [String: Double] = [:]
    for side in [from, to] {
      var counts: [String: Int] = [:]
      for topic in side.compactMap(\.topics.first) { counts[topic, default: 0] += 1 }
      for (topic, count) in counts {
        let share = min(1, Double(Thresholds.itemsOfALine) / Double(count))
        shares[topic] = min(shares[topic] ?? 1, share)
      }
    }
    self.shares = shares
  }

  /// How much sharing this line tells, 0 to 1.
  func telling(_ topic: String) -> Double { shares[topic] ?? 1 }

  /// How much of the likeness of two items their lines of work decide; the words decide the rest.
  ///
  /// `differ` tells that they are about different things within one line: then it has nothing in common.
  func share(_ a: Priority, _ b: Priority, differ: Bool) -> Double {
    guard !a.topics.isEmpty, !b.topics.isEmpty else { return 0 }
    return differ ? 1 : common(a, b).map { telling($0.topic) } ?? 1
  }

  /// What the lines of work add to a likeness of the words.
  func worth(_ a: Priority, _ b: Priority, _ words: Double, differ: Bool) -> Double {
    let told = share(a, b, differ: differ)
    let byLines = differ ? 0 : Thresholds.topic * (common(a, b)?.worth ?? 0)
    let byWords = words * Thresholds.topic / (Thresholds.body + Thresholds.head)
    return told * byLines + (1 - told) * byWords
  }

  /// Equal first lines of work count in full, a first one among the other's secondary ones by half.
  private func common(_ a: Priority, _ b: Priority) -> (topic: String, worth: Double)? {
    guard let first = a.topics.first, let other = b.topics.first else { return nil }
    if first == other { return (first, 1) }
    if b.topics.contains(first) { return (first, 0.5) }
    return a.topics.contains(other) ? (other, 0.5) : nil
  }
}
