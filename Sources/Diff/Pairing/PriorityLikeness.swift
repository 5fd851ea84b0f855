// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// How like two meetings' priorities are, each with each.
///
/// Four kinds of evidence: the words of the body, the words of the head, the lines of work, the place in the
/// list. A line of work tells the less the more tasks of one report have it (in a medical insurance bureau's all
/// do); what it does not tell, and all where none is known, goes to the words.
struct PriorityLikeness {
  let from: [Priority]
  let to: [Priority]
  private let bodies: Grams
  /// Row by row, worked out once: pairing, links and their confidence all ask for them.
  private let texts: [Double]
  private let all: [Double]
  private let lines: TellingLines
  private let within: LinesWithin
  private let nullCostOfWords: Double

  /// `isOneField` is false for meetings of two sectors.
  init(from: [Priority], to: [Priority], isOneField: Bool = true, words: ComparingWords) {
    nullCostOfWords = isOneField ? Thresholds.pairByWords : Thresholds.pairByWordsOfFields
    self.from = from
    self.to = to
    let bodies = Grams(from.map(\.body), to.map(\.body))
    let heads = Grams(from.map(\.head), to.map(\.head))
    let lines = TellingLines(from, to)
    let within = LinesWithin(from: from, to: to, words: words)
    (self.bodies, self.lines, self.within) = (bodies, lines, within)
    var (texts, all) = ([Double](), [Double]())
    for i in from.indices {
      for j in to.indices {
        let text = bodies.cosine(i, j)
        let words = Thresholds.body * text + Thresholds.head * heads.cosine(i, j)
        let ofLines = lines.worth(from[i], to[j], words, differ: within.differ(i, j))
        texts.append(text)
        all.append(words + ofLines + Thresholds.rank * Self.nearness(i, from, j, to))
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
    let told = lines.share(from[i], to[j], differ: within.differ(i, j))
    return told * Thresholds.pair + (1 - told) * nullCostOfWords
  }

  /// From-item i beside to-item j, which may have taken it up.
  func intake(of i: Int, by j: Int) -> Intake {
    Intake(
      of: from[i], by: to[j], share: bodies.share(of: i, inOther: j),
      differ: within.differ(i, j), isNamed: within.holds(i, in: j))
  }

  /// To-item j beside from-item i, out of which it may have come.
  func intake(ofTo j: Int, by i: Int) -> Intake {
    Intake(
      of: to[j], by: from[i], share: bodies.share(ofOther: j, in: i),
      differ: within.differ(i, j), isNamed: within.holds(to: j, in: i))
  }

  /// How much the line of work of an item tells in this pair of lists, 0 to 1.
  func telling(_ topic: String) -> Double { lines.telling(topic) }

  private static func nearness(_ i: Int, _ from: [Priority], _ j: Int, _ to: [Priority]) -> Double {
    let place = Double(i) / Double(max(1, from.count - 1))
    let other = Double(j) / Double(max(1, to.count - 1))
    return 1 - abs(place - other)
  }
}
