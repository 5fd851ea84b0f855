// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Digest
internal import FoundationEssentials
internal import Minutes
internal import Reading

/// `minutectl numerals`: every number that the reader recognises, figure or not.
struct NumeralsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "numerals", abstract: "Show the numbers in a text, with value and unit.",
    discussion: "Each TEXT, or each line of standard input where none is given, is read by itself.")

  @OptionGroup var output: OutputOptions

  @OptionGroup var lexicon: LexiconOptions

  @Argument(help: "The texts.")
  var texts: [String] = []

  func run() throws {
    try Failure.reported {
      let inspector = NumeralInspector(vocabulary: try lexicon.reader().vocabulary)
      try Phrases.each(of: texts) { text in
        let found = inspector.numerals(in: text)
        if output.isJSON {
          let numerals = found.map(Self.value)
          output.object(JSONValue.object(["text": .string(text), "numerals": .array(numerals)]))
        } else if !found.isEmpty {
          output.table(found.map(Self.row), header: ["span", "text", "value", "unit", "figure"])
        }
      }
    }
  }

  private static func value(_ numeral: NumeralReading) -> JSONValue {
    let quantity = numeral.quantity
    return .object([
      "text": .string(numeral.text),
      "span": .array([.integer(numeral.span.start), .integer(numeral.span.end)]),
      "value": .optional(quantity.value), "low": .optional(quantity.low), "high": .optional(quantity.high),
      "unit": .string(quantity.unit),
      "dimension": .optional(numeral.hasDimension ? quantity.dimension.rawValue : nil),
      "qualifier": .string(quantity.qualifier.rawValue), "reason": .optional(numeral.gap?.rawValue),
      "is_figure": .bool(numeral.isFigure), "word": .optional(numeral.word),
    ])
  }

  private static func row(_ numeral: NumeralReading) -> [String] {
    let quantity = numeral.quantity
    let ends = [quantity.low, quantity.high].compactMap { $0?.description }.joined(separator: "–")
    let value = quantity.value?.description ?? (ends.isEmpty ? numeral.gap?.rawValue ?? "" : ends)
    let qualifier = quantity.qualifier == .exact ? "" : " (\(quantity.qualifier.rawValue))"
    return [
      "\(numeral.span.start)-\(numeral.span.end)", numeral.text, value + qualifier,
      quantity.unit.isEmpty ? "–" : quantity.unit,
      numeral.isFigure ? "yes" : "no" + (numeral.word.map { " (\($0))" } ?? ""),
    ]
  }
}
