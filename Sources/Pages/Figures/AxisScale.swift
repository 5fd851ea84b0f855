// SPDX-License-Identifier: Apache-2.0

/// The ends of an axis: from zero, unless all values lie in the upper half of that.
package struct AxisScale: Sendable, Hashable {
  package let bottom: Double
  package let top: Double

  package var beginsAtZero: Bool { bottom == 0 || (bottom < 0 && top >= 0) }

  package init(_ values: [Double]) {
    let (least, most) = (values.min() ?? 0, values.max() ?? 1)
    if least < 0 || most <= 0 {
      (bottom, top) = (min(least, 0), max(most, 0))
    } else if least < most / 2 || least == most {
      (bottom, top) = (0, most)
    } else {
      // A tenth of the range below the least, on a round number.
      let step = Self.round((most - least) / 5)
      (bottom, top) = (max(0, (least / step).rounded(.down) * step - step), most)
    }
  }

  /// How far up the axis a value stands, 0 to 1.
  package func share(of value: Double) -> Double { top > bottom ? (value - bottom) / (top - bottom) : 1 }

  /// The greatest of 1, 2, 5, 10 … that is no greater than `value`, over all powers of ten.
  private static func round(_ value: Double) -> Double {
    var power = 1e-6
    while power * 10 <= value { power *= 10 }
    return [5, 2, 1].map { $0 * power }.first { $0 <= value } ?? power
  }
}
