// SPDX-License-Identifier: Apache-2.0

/// First in, first out, in constant time also for a hundred thousand files.
struct ReadyQueue {
  private var items: [Candidate] = []
  private var head = 0

  var count: Int { items.count - head }

  mutating func append(_ candidate: Candidate) { items.append(candidate) }

  mutating func next() -> Candidate? {
    guard head < items.count else { return nil }
    defer {
      head += 1
      if head == items.count { (items, head) = ([], 0) }
    }
    return items[head]
  }
}
