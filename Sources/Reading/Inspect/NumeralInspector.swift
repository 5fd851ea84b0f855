// SPDX-License-Identifier: Apache-2.0

package import Lexicon
internal import Minutes

/// Shows every number that the scanners recognise in a text, before any rule turns one away.
///
/// For debugging, and for measuring against number suites: the reader itself goes on from the quantities alone.
package struct NumeralInspector: Sendable {
  private let words: FigureWords

  package init(vocabulary: Vocabulary) { words = FigureWords(vocabulary) }

  /// All numbers of a text, in their order; each line end begins a new paragraph.
  package func numerals(in text: String) -> [NumeralReading] {
    let scalars = [UInt32](text)
    var start = 0
    var found: [NumeralReading] = []
    for line in scalars.split(separator: 0x0A, omittingEmptySubsequences: false) {
      found += numerals(in: scalars, start..<start + line.count)
      start += line.count + 1
    }
    return found
  }

  /// The numbers of one paragraph; spans are places in `scalars`.
  func numerals(in scalars: [UInt32], _ paragraph: Range<Int>) -> [NumeralReading] {
    let exclusions = Exclusions(words: words, text: scalars, paragraph: paragraph)
    let scanner = QuantityScanner(words: words, text: scalars, paragraph: paragraph)
    let figures = Set(scanner.scan().mentions.map(\.core.lowerBound))
    let numerals = NumeralScanner(scalars: scalars, end: paragraph.upperBound)
    var found: [NumeralReading] = []
    var place = paragraph.lowerBound
    while place < paragraph.upperBound {
      guard NumeralScalar.opens(scalars[place]), let numeral = numerals.numeral(at: place) else {
        place += 1
        continue
      }
      let mention = scanner.mention(of: numeral)
      let range = mention?.range ?? numeral.range
      found.append(
        NumeralReading(
          text: String(scalars: scalars[range]), span: Span(start: range.lowerBound, end: range.upperBound),
          quantity: mention?.quantity ?? Self.bare(numeral), hasDimension: mention != nil,
          isFigure: figures.contains(numeral.range.lowerBound),
          word: exclusions.word(around: numeral).map { String(scalars: scalars[$0]) }))
      place = max(range.upperBound, place + 1)
    }
    return found
  }

  /// A number that no unit follows.
  private static func bare(_ numeral: Numeral) -> Quantity {
    Quantity(
      value: numeral.upper == nil ? numeral.value : nil, low: numeral.upper == nil ? nil : numeral.value,
      high: numeral.upper, unit: "", dimension: .other, qualifier: numeral.isOver ? .over : .exact,
      multiplier: numeral.multiplier)
  }
}
