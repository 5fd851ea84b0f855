// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Results under one name that may not be subtracted, with the reason: a half-year is never told against a year, nor a
/// share against a number.
enum Incomparables {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    side.comparison.figures.filter { pair in
      pair.kind == .incomparable && (pair.note == .periodsDiffer || pair.note == .measuresDiffer)
        && pair.from?.aspect != .target && pair.to?.aspect != .target
    }.map { FigureChange.make(.incomparable, $0, in: side, rule: "incomparables") }
  }
}
