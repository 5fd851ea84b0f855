// SPDX-License-Identifier: Apache-2.0

/// What a reply counted, in words: `1 digest, 2 further sources`; 摘要1份，补充来源2份.
extension ControlClient.Reply {
  /// What became of those that were read; what is none is left out.
  var outcomes: [String] {
    [
      digests.told("digest", "digests", ("摘要", "份")), duplicates.told("duplicate", "duplicates", ("重复", "份")),
      sources.told("further source", "further sources", ("补充来源", "份")),
    ].compactMap(\.self)
  }
}

extension Int {
  /// The number with its word: `1 file`, `2 files`.
  func counted(_ one: String, _ several: String) -> String { "\(self) \(self == 1 ? one : several)" }
}
