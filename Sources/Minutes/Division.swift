// SPDX-License-Identifier: Apache-2.0

/// An administrative division of the PRC (行政区划), or the nation.
///
/// Codes are those of GB/T 2260, six digits; the nation is 000000. A row holds from `since` to before `until` (years;
/// nil is open), because names and codes change: 渝北区 500112 was in force until 2025.
///
/// Example: 440300 深圳市, short 深圳, prefecture, parent 440000.
package struct Division: Sendable, Hashable {
  package enum Level: String, Sendable, Hashable, CaseIterable {
    case national, province, prefecture, county
  }

  package var code: String
  package var name: String
  package var short: String
  package var level: Level
  package var parent: String?
  /// The names from the province down, as a report's reader would write them: 广东省深圳市.
  package var fullName: String

  package init(
    code: String, name: String, short: String, level: Level, parent: String?, fullName: String
  ) {
    self.code = code
    self.name = name
    self.short = short
    self.level = level
    self.parent = parent
    self.fullName = fullName
  }
}
