// SPDX-License-Identifier: Apache-2.0

/// Text as pairs of neighbouring characters, for a full-text index that finds any two or more.
///
/// 推进养老。 becomes 推进 进养 养老 老: the last character of a run stands alone, so that a single one is found as
/// the beginning of a pair or as such a rest. Marks and spaces end a run and are no part of it.
///
/// Example: 养老服务 is asked for as the phrase "养老 老服 服务" and found wherever it stands, also in 居家养老服务.
enum Bigrams {
  /// What the index holds of some paragraphs; no phrase reaches from one into the next.
  static func text(of paragraphs: [String]) -> String {
    var text = String.UnicodeScalarView()
    for paragraph in paragraphs {
      for run in runs(of: paragraph) {
        for place in run.indices {
          text.append(run[place])
          if place + 1 < run.count { text.append(run[place + 1]) }
          text.append(" ")
        }
        text.append(contentsOf: boundary)
      }
    }
    return String(text)
  }

  /// The expression of FTS5 that finds texts with all runs of the words, or nil where there are none.
  static func query(for words: String) -> String? {
    let phrases = runs(of: words).map { run in
      if run.count == 1 { return "\"\(run[0])\" *" }
      let pairs = zip(run, run.dropFirst()).map { "\($0)\($1)" }
      return "\"\(pairs.joined(separator: " "))\""
    }
    return phrases.isEmpty ? nil : phrases.joined(separator: " AND ")
  }

  /// A token that no text has, between runs: a phrase must not go on behind a mark.
  private static let boundary = "zz ".unicodeScalars

  /// The stretches of letters and digits, in lower case.
  private static func runs(of text: String) -> [[Unicode.Scalar]] {
    text.lowercased().unicodeScalars.split { !isIndexed($0) }.map(Array.init)
  }

  /// What the tokenizer unicode61 takes for a part of a word, too: letters and numbers.
  private static func isIndexed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
