// SPDX-License-Identifier: Apache-2.0

extension Unicode.Scalar {
  /// True for letters and numerals: what counts when wordings are compared.
  ///
  /// The common characters are told by their place, because asking Unicode for a property costs fifty times
  /// more.
  var isLetter: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0...0x7F, 0x2010...0x2027, 0x3000...0x3004, 0x3008...0x301F, 0xFF00...0xFF0F, 0xFF1A...0xFF1F: false
    default: properties.isAlphabetic || properties.numericType != nil
    }
  }
}

extension String {
  /// The text without marks, quotes and spaces: what counts when wordings are compared.
  package var lettersOnly: String { String(String.UnicodeScalarView(unicodeScalars.filter(\.isLetter))) }

  /// True where a word stands in the text, scalar for scalar; an empty word stands nowhere.
  ///
  /// Over bytes: `contains` breaks the text into characters first, which takes a hundred times longer.
  package func holds(_ word: String) -> Bool {
    guard let first = word.utf8.first else { return false }
    let length = word.utf8.count
    let found = utf8.withContiguousStorageIfAvailable { text in
      word.utf8.withContiguousStorageIfAvailable { word in
        guard text.count >= length else { return false }
        // A character's last byte tells more of it than its first, which thousands have in common.
        let last = word[length - 1]
        for start in 0...(text.count - length)
        where text[start + length - 1] == last && text[start] == first {
          if (1..<length).allSatisfy({ text[start + $0] == word[$0] }) { return true }
        }
        return false
      }
    }
    return (found ?? nil) ?? contains(word)
  }
}

extension Substring {
  /// True where the text begins with a word, scalar for scalar: `hasPrefix` breaks both into characters.
  func begins(with word: String) -> Bool { utf8.starts(with: word.utf8) }

  /// True where the text ends with a word, scalar for scalar.
  func ends(with word: String) -> Bool { utf8.suffix(word.utf8.count).elementsEqual(word.utf8) }
}

extension String {
  /// How often a word stands in the text, without overlaps; an empty word never.
  func occurrences(of word: String) -> Int {
    var (text, word) = (self, word)
    return text.withUTF8 { text in word.withUTF8 { Self.occurrences(of: $0, in: text) } }
  }

  private static func occurrences(
    of word: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>
  ) -> Int {
    guard let first = word.first, text.count >= word.count else { return 0 }
    var (place, count) = (0, 0)
    while place <= text.count - word.count {
      if text[place] == first, (1..<word.count).allSatisfy({ text[place + $0] == word[$0] }) {
        count += 1
        place += word.count
      } else {
        place += 1
      }
    }
    return count
  }
}

extension Array where Element == String {
  /// The elements in order, each once, without those of another list.
  func unique(without other: [String]) -> [String] {
    var seen = Set(other)
    return filter { seen.insert($0).inserted }
  }
}
