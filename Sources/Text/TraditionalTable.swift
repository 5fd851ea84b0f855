// SPDX-License-Identifier: Apache-2.0
internal import COpenCC

/// OpenCC's table of traditional characters, asked once for the characters of a text.
///
/// Only its character table is used, one scalar for one scalar, so that spans stay true; its phrase tables
/// rewrite words (計程車 to 出租车). Whether a text is traditional at all is Reading's to decide; it gets the
/// answer as a value.
package struct TraditionalTable: Sendable {
  /// OpenCC's configuration for it: `opencc/characters.json` in the data folder.
  private let configuration: String

  /// `dataFolder` is the folder that holds `opencc/` and `lexicon/`, such as /usr/share/minuted.
  package init(dataFolder: String) {
    configuration = dataFolder + "/opencc/characters.json"
  }

  /// The simplified scalar for each of the scalars that has another one.
  ///
  /// Example: of 會議民政 it is 會 → 会, 議 → 议. Throws `TextError.noOpenCC` where OpenCC's data are missing.
  package func simplifications(of scalars: some Sequence<UInt32>) throws(TextError) -> [UInt32: UInt32] {
    // Asked in ascending order and once each: the same text asks the same question.
    let asked = Set(scalars).compactMap(Unicode.Scalar.init).filter { $0.value >= 0x2E80 }.sorted()
    guard !asked.isEmpty else { return [:] }
    let answers = try convert(asked).unicodeScalars.split(separator: "\n").map { Array($0) }
    guard answers.count == asked.count else { return [:] }
    var table: [UInt32: UInt32] = [:]
    for (traditional, answer) in zip(asked, answers) where answer.count == 1 && answer[0] != traditional {
      table[traditional.value] = answer[0].value
    }
    return table
  }

  /// One character a line through OpenCC, so that no two of them can form a phrase.
  private func convert(_ scalars: [Unicode.Scalar]) throws(TextError) -> String {
    guard let converter = opencc_open(configuration), converter != opencc_t(bitPattern: -1) else {
      throw .noOpenCC(configuration: configuration)
    }
    defer { opencc_close(converter) }
    let lines = String(String.UnicodeScalarView(scalars.flatMap { [$0, "\n"] }))
    guard let answer = opencc_convert_utf8(converter, lines, lines.utf8.count) else {
      throw .noOpenCC(configuration: configuration)
    }
    defer { opencc_convert_utf8_free(answer) }
    return String(cString: answer)
  }
}
