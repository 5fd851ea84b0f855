// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// How like two meetings' priorities are, each with each.
///
/// Four kinds of evidence: the words of the body, the words of the head, the lines of work, the place in the
/// list. Where no line of work is known (a sector without a table), its share goes to the words.
struct PriorityLikeness {
  let from: [Priority]
  let to: [Priority]
  private let bodies: Grams
  private let heads: Grams

  init(from: [Priority], to: [Priority]) {
    self.from = from
    self.to = to
    bodies = Grams((from + to).map(\.body))
    heads = Grams((from + to).map(\.head))
  }

  /// The likeness of from-item i and to-item j, 0 to 1.
  func callAsFunction(_ i: Int, _ j: Int) -> Double {
    let words =
      Thresholds.body * text(i, j) + Thresholds.head * heads.vectors[i].cosine(heads.vectors[from.count + j])
    let lines =
      knowsTopics(i, j)
      ? Thresholds.topic * topics(i, j)
      : words * Thresholds.topic / (Thresholds.body + Thresholds.head)
    return words + lines + Thresholds.rank * nearness(i, j)
  }

  /// What the likeness of i and j must exceed for them to be one.
  func nullCost(_ i: Int, _ j: Int) -> Double {
    knowsTopics(i, j) ? Thresholds.pair : Thresholds.pairByWords
  }

  private func knowsTopics(_ i: Int, _ j: Int) -> Bool {
    !from[i].topics.isEmpty && !to[j].topics.isEmpty
  }

  /// The likeness of the whole texts alone: what `similarity` in the output means.
  func text(_ i: Int, _ j: Int) -> Double {
    bodies.vectors[i].cosine(bodies.vectors[from.count + j])
  }

  /// The share of from-item i that stands in to-item j.
  func share(of i: Int, inTo j: Int) -> Double {
    bodies.vectors[i].contained(in: bodies.vectors[from.count + j])
  }

  /// The share of to-item j that stands in from-item i.
  func share(ofTo j: Int, in i: Int) -> Double {
    bodies.vectors[from.count + j].contained(in: bodies.vectors[i])
  }

  /// Equal first lines of work count in full, a first one among the other's secondary ones by half.
  private func topics(_ i: Int, _ j: Int) -> Double {
    let (a, b) = (from[i].topics, to[j].topics)
    if a[0] == b[0] { return 1 }
    if b.contains(a[0]) || a.contains(b[0]) { return 0.5 }
    return 0
  }

  private func nearness(_ i: Int, _ j: Int) -> Double {
    let place = Double(i) / Double(max(1, from.count - 1))
    let other = Double(j) / Double(max(1, to.count - 1))
    return 1 - abs(place - other)
  }
}
