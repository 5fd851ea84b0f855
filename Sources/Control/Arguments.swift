// SPDX-License-Identifier: Apache-2.0

/// Words of the command line as the parser takes them.
enum Arguments {
  /// `--json=pretty` and `--json=short`, as systemd's tools write them, for a flag that has no value.
  private static let forms = [
    "--json=pretty": "--output=json-pretty", "--json=short": "--output=json", "--json=off": "--output=short",
  ]

  /// The words with such a form said otherwise; what follows `--` stays as it is.
  static func understood(_ words: some Sequence<String>) -> [String] {
    var isOption = true
    return words.map { word in
      isOption = isOption && word != "--"
      return isOption ? forms[word] ?? word : word
    }
  }
}
