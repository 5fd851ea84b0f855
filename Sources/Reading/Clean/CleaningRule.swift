// SPDX-License-Identifier: Apache-2.0

/// One kind of damage and its repair.
///
/// A rule looks at the whole text, says what it cuts or replaces, and nothing else; its name is the `kind`
/// that readers see in `damage`.
protocol CleaningRule {
  /// The kind of damage, such as `pinyin-gloss`.
  var name: String { get }

  /// Whether the text may hold this damage at all: cheap, so that clean texts pay for one look.
  func concerns(_ text: ScalarText) -> Bool

  func apply(to repair: inout Repair)
}

extension CleaningRule {
  func concerns(_ text: ScalarText) -> Bool { true }
}
