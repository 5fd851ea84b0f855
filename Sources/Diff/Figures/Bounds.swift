// SPDX-License-Identifier: Apache-2.0

internal import Minutes

extension Quantity {
  /// True where both print the same number or the same range, in the same bounds: 3%至5% and 3%至5%.
  func isSame(as other: Quantity) -> Bool {
    value == other.value && low == other.low && high == other.high && qualifier == other.qualifier
  }
}
