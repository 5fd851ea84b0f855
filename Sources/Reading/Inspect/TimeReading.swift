// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// A date or a period as it stands in a text.
///
/// `value` is ISO 8601, with X for digits that nothing gives (3月8日 without a year is `XXXX-03-08`), or a period in
/// the contract's notation (`2023-H1`, `2012/2022`); nil where the words mean nothing without a reference date.
///
/// Example: with the reference 2023-02-21, 去年 is 2022, 十年来 is 2012/2022, 昨日 is 2023-02-20.
package struct TimeReading: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    case date, period
  }

  package var text: String
  package var span: Span
  package var kind: Kind
  package var value: String?
  /// The number beside it belongs to another time: 比2022年, 同比.
  package var isCompared: Bool
  /// It lies ahead of the reference: numbers are targets.
  package var isTarget: Bool
}
