// SPDX-License-Identifier: Apache-2.0

extension String {
  /// The text without marks, quotes and spaces: what counts when wordings are compared.
  package var lettersOnly: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
  }
}

extension Array where Element == String {
  /// The elements in order, each once, without those of another list.
  func unique(without other: [String]) -> [String] {
    var seen = Set(other)
    return filter { seen.insert($0).inserted }
  }
}
