// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Digest
internal import Minutes
internal import Reading

/// `minutectl periods`: every date and period that the reader recognises.
struct PeriodsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "periods", abstract: "Show the dates and periods in a text.",
    discussion: """
      Each TEXT, or each line of standard input where none is given, is read by itself. Words such as 去年 and \
      昨日 have a value only with --reference: nothing is read off the clock.
      """)

  @OptionGroup var output: OutputOptions

  @Option(help: "The day of the meeting that the text is of: 2023-02-21, 2023-02 or 2023.")
  var reference: String?

  @OptionGroup var lexicon: LexiconOptions

  @Argument(help: "The texts.")
  var texts: [String] = []

  func validate() throws {
    guard let reference, MeetingDate(iso: reference) == nil else { return }
    throw ValidationError("--reference \(reference) is no date; write it as 2023-02-21, 2023-02 or 2023")
  }

  func run() throws {
    try Failure.reported {
      let inspector = TimeInspector(
        vocabulary: try lexicon.reader().vocabulary, reference: reference.flatMap(MeetingDate.init(iso:)))
      try Phrases.each(of: texts) { text in
        let found = inspector.times(in: text)
        if output.isJSON {
          let times = found.map(Self.value)
          output.object(JSONValue.object(["text": .string(text), "periods": .array(times)]))
        } else if !found.isEmpty {
          output.table(found.map(Self.row), header: ["span", "text", "kind", "value"])
        }
      }
    }
  }

  private static func value(_ time: TimeReading) -> JSONValue {
    .object([
      "text": .string(time.text), "span": .array([.integer(time.span.start), .integer(time.span.end)]),
      "kind": .string(time.kind.rawValue), "value": .optional(time.value),
      "is_compared": .bool(time.isCompared),
      "is_target": .bool(time.isTarget),
    ])
  }

  private static func row(_ time: TimeReading) -> [String] {
    let notes = [time.isCompared ? "compared" : nil, time.isTarget ? "target" : nil].compactMap(\.self)
    let note = notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
    return ["\(time.span.start)-\(time.span.end)", time.text, time.kind.rawValue, (time.value ?? "–") + note]
  }
}
