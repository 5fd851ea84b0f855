// SPDX-License-Identifier: Apache-2.0

/// Words of the command line as the parser takes them.
enum Arguments {
  /// `--json=pretty` and `--json=short`, as systemd's tools write them, for a flag that has no value.
  private static let forms = [
    "--json=pretty": "--output=json-pretty", "--json=short": "--output=json", "--json=off": "--output=short",
  ]

  /// `-ojson`, as it is written for short options.
  private static let joined = [
    "-ojson": "--output=json", "-ojson-pretty": "--output=json-pretty", "-oshort": "--output=short",
  ]

  /// Options that take a time.
  private static let times = ["-S": "--since", "--since": "--since", "-U": "--until", "--until": "--until"]

  /// The words with such a form said otherwise; what follows `--` stays as it is.
  static func understood(_ words: some Sequence<String>) -> [String] {
    let words = Array(words)
    let end = words.firstIndex(of: "--") ?? words.endIndex
    // There -o names a file.
    let isReport = words.first == "report"
    let options = words[..<end].map { word in
      if !isReport, let joined = joined[word] { return joined }
      return forms[word] ?? word
    }
    return joiningTimes(options) + words[end...]
  }

  /// `--since -7d` and `-S -7d`: a time that begins with a minus would be taken for an option.
  private static func joiningTimes(_ words: [String]) -> [String] {
    words.reduce(into: []) { words, word in
      let isTime = word.hasPrefix("-") && word.dropFirst().first?.isNumber == true
      if isTime, let option = words.last.flatMap({ times[$0] }) {
        words[words.count - 1] = "\(option)=\(word)"
      } else {
        words.append(word)
      }
    }
  }
}
