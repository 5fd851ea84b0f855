// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Whether a text is whole enough for its silence to mean something.
enum SilenceWeight {
  /// Below this share of the earlier text's length a press notice may simply not have room.
  static let leastLength = 60
  /// Above this share of lost scalars the missing item may be what was lost.
  static let mostDamage = 0.05

  static func speaks(_ comparison: Comparison) -> Bool {
    (comparison.lengthPercent ?? 100) >= leastLength && comparison.damageTo <= mostDamage
  }
}
