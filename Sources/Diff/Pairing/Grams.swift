// SPDX-License-Identifier: Apache-2.0

/// How like the texts of two lists are, each with each, by weighted character n-grams: likeness needs no word
/// list.
///
/// Grams of 2 to 4 letters; a gram weighs the more the fewer of all the texts hold it (TF-IDF), and a text's
/// grams are of length 1 in all. Marks and quotes do not count and end a gram. Grams are gone through in the
/// order of their first appearance, each with the texts that hold it: most stand in one text alone and so are
/// never multiplied, and sums run in one order and come out the same in each run.
struct Grams: Sendable {
  private let columns: Int
  /// Row by row, a row for each text of the first list.
  private var cosines: [Double]
  private var heldByOther: [Double]
  private var heldByOne: [Double]

  init(_ from: [String], _ to: [String]) {
    columns = to.count
    cosines = Array(repeating: 0, count: from.count * to.count)
    (heldByOther, heldByOne) = (cosines, cosines)
    var holdings = GramHoldings()
    for (number, text) in (from + to).enumerated() { holdings.add(text, number: number) }
    holdings.weigh(texts: from.count + to.count)
    holdings.forEachShared(from: from.count) { row, column, one, other in
      let place = row * columns + column
      cosines[place] += one * other
      heldByOther[place] += one * one
      heldByOne[place] += other * other
    }
  }

  /// The cosine of text i of the first list and text j of the other, 0 to 1.
  func cosine(_ i: Int, _ j: Int) -> Double { min(1, cosines[i * columns + j]) }

  /// The share of text i's weight that text j of the other list holds too, 0 to 1.
  func share(of i: Int, inOther j: Int) -> Double { min(1, heldByOther[i * columns + j]) }

  /// The share of the other list's text j's weight that text i holds too, 0 to 1.
  func share(ofOther j: Int, in i: Int) -> Double { min(1, heldByOne[i * columns + j]) }
}
