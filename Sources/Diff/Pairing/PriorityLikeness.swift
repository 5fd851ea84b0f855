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
  /// Row by row, worked out once: pairing, links and their confidence all ask for them.
  private let texts: [Double]
  private let all: [Double]

  init(from: [Priority], to: [Priority]) {
    self.from = from
    self.to = to
    let bodies = Grams((from + to).map(\.body))
    let heads = Grams((from + to).map(\.head))
    self.bodies = bodies
    var (texts, all) = ([Double](), [Double]())
    for i in from.indices {
      for j in to.indices {
        let text = bodies.vectors[i].cosine(bodies.vectors[from.count + j])
        let words =
          Thresholds.body * text + Thresholds.head * heads.vectors[i].cosine(heads.vectors[from.count + j])
        texts.append(text)
        all.append(
          words + Self.lines(from[i], to[j], words) + Thresholds.rank * Self.nearness(i, from, j, to))
      }
    }
    self.texts = texts
    self.all = all
  }

  /// The likeness of from-item i and to-item j, 0 to 1.
  func callAsFunction(_ i: Int, _ j: Int) -> Double { all[i * to.count + j] }

  /// The likeness of the whole texts alone: what `similarity` in the output means.
  func text(_ i: Int, _ j: Int) -> Double { texts[i * to.count + j] }

  /// What the likeness of i and j must exceed for them to be one.
  func nullCost(_ i: Int, _ j: Int) -> Double {
    Self.knowsTopics(from[i], to[j]) ? Thresholds.pair : Thresholds.pairByWords
  }

  /// The share of from-item i that stands in to-item j.
  func share(of i: Int, inTo j: Int) -> Double {
    bodies.vectors[i].contained(in: bodies.vectors[from.count + j])
  }

  /// The share of to-item j that stands in from-item i.
  func share(ofTo j: Int, in i: Int) -> Double {
    bodies.vectors[from.count + j].contained(in: bodies.vectors[i])
  }

  /// What common lines of work add to the likeness of the words.
  private static func lines(_ a: Priority, _ b: Priority, _ words: Double) -> Double {
    knowsTopics(a, b)
      ? Thresholds.topic * topics(a, b) : words * Thresholds.topic / (Thresholds.body + Thresholds.head)
  }

  private static func knowsTopics(_ a: Priority, _ b: Priority) -> Bool {
    !a.topics.isEmpty && !b.topics.isEmpty
  }

  /// Equal first lines of work count in full, a first one among the other's secondary ones by half.
  private static func topics(_ a: Priority, _ b: Priority) -> Double {
    if a.topics[0] == b.topics[0] { return 1 }
    return b.topics.contains(a.topics[0]) || a.topics.contains(b.topics[0]) ? 0.5 : 0
  }

  private static func nearness(_ i: Int, _ from: [Priority], _ j: Int, _ to: [Priority]) -> Double {
    let place = Double(i) / Double(max(1, from.count - 1))
    let other = Double(j) / Double(max(1, to.count - 1))
    return 1 - abs(place - other)
  }
}
