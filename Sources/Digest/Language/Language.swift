// SPDX-License-Identifier: Apache-2.0

/// The language that a digest is told in; the raw value is that of `Language=` and `--lang`.
///
/// Quotations stay as they were printed, whatever the language around them.
package enum Language: String, Sendable, Hashable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}
