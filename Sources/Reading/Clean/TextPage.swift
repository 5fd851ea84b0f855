// SPDX-License-Identifier: Apache-2.0

/// A page of the document that a text was taken from.
package struct TextPage: Sendable, Hashable {
  /// From 1; pages without text are left out.
  package var number: Int
  /// Where it begins, in scalars of the source.
  package var start: Int

  package init(number: Int, start: Int) {
    self.number = number
    self.start = start
  }
}
