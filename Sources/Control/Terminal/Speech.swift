// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// The language in which minutectl answers who asks for something to be done: Chinese where the locale says
/// so, else English.
///
/// What reports, digests and tables say is another matter: that is in the language it was told in.
enum Speech {
  /// Whether Chinese is wanted; a test may want the one or the other.
  @TaskLocal static var isChinese = isChinese(by: Terminal.variable)

  /// As every program is told it: LC_ALL before LC_MESSAGES before LANG.
  static func isChinese(by variable: (String) -> String?) -> Bool {
    ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(variable).first?.hasPrefix("zh") == true
  }

  /// The word for it on the control socket.
  static var name: String { isChinese ? "zh" : "en" }

  /// The one or the other.
  static func say(_ english: String, _ chinese: String) -> String { isChinese ? chinese : english }

  /// What goes together: 1 digest, 2 duplicates; 摘要1份，重复2份.
  static func list(_ parts: [String]) -> String { parts.joined(separator: say(", ", "，")) }
}

extension Int {
  /// The number with its word: 1 file, 2 files; 文件2份 for 文件 and 份.
  func counted(_ one: String, _ several: String, _ chinese: (what: String, unit: String)) -> String {
    Speech.say("\(self) \(self == 1 ? one : several)", "\(chinese.what)\(self)\(chinese.unit)")
  }
}

extension Int? {
  /// The number with its word; nil for none.
  func told(_ one: String, _ several: String, _ chinese: (what: String, unit: String)) -> String? {
    flatMap { $0 > 0 ? $0.counted(one, several, chinese) : nil }
  }
}
