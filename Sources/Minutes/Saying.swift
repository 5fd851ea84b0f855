// SPDX-License-Identifier: Apache-2.0

/// A sentence for whoever asked, in either language: what is wrong with a request, and what to do.
///
/// A plain literal is the same in both: what only a program can be told, whose requests are no minutectl's, is
/// English.
package struct Saying: Sendable, Hashable, ExpressibleByStringInterpolation {
  package var english: String
  package var chinese: String

  package init(_ english: String, _ chinese: String) { (self.english, self.chinese) = (english, chinese) }

  package init(stringLiteral text: String) { self.init(text, text) }
}
