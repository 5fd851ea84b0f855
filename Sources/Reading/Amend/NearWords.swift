// SPDX-License-Identifier: Apache-2.0

/// The words of a list that somebody may have meant who wrote another.
enum NearWords {
  /// The three that are most like a text, the most alike first: by the pairs of characters that they share, then by
  /// single characters, then by length.
  static func three(of words: Set<String>, like text: String) -> [String] {
    let wanted = (pairs: pairs(text), signs: Set(text))
    let rated = words.map { word in
      let pairs = pairs(word).intersection(wanted.pairs).count
      let signs = Set(word).intersection(wanted.signs).count
      return (word: word, worth: [-pairs, -signs, abs(word.count - text.count)])
    }
    let sorted = rated.sorted { a, b in
      a.worth == b.worth ? a.word < b.word : a.worth.lexicographicallyPrecedes(b.worth)
    }
    return sorted.prefix(3).map(\.word)
  }

  private static func pairs(_ text: String) -> Set<String> {
    Set(zip(text, text.dropFirst()).map { "\($0)\($1)" })
  }
}
