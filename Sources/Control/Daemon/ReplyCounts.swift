// SPDX-License-Identifier: Apache-2.0

/// What a reply counted, in words: `1 digest, 2 further sources`.
extension ControlClient.Reply {
  /// What became of those that were read; what is none is left out.
  var outcomes: [String] {
    [
      digests.told("digest", "digests"), duplicates.told("duplicate", "duplicates"),
      sources.told("further source", "further sources"),
    ].compactMap(\.self)
  }
}

extension Int {
  /// The number with its word: `1 file`, `2 files`.
  func counted(_ one: String, _ several: String) -> String { "\(self) \(self == 1 ? one : several)" }
}

extension Int? {
  /// The number with its word; nil for none.
  func told(_ one: String, _ several: String? = nil) -> String? {
    flatMap { $0 > 0 ? $0.counted(one, several ?? one) : nil }
  }
}
