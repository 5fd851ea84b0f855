// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// Whether a text is whole enough for its silence to mean something.
enum SilenceWeight {
  /// Below this share of the earlier text's length a press notice may simply not have room.
  static let leastLength = 60
  /// Below this share its silence is told and weighs less.
  static let fullLength = 75
  /// Above this share of lost scalars the missing item may be what was lost.
  static let mostDamage = 0.05

  static func speaks(_ side: Comparing) -> Bool {
    let comparison = side.comparison
    // A meeting on charity is silent about most of what a year's work meeting sets.
    guard side.relation != .chosen || side.meeting.isOfClass(of: side.baseline) else { return false }
    return (comparison.lengthPercent ?? 100) >= leastLength && comparison.damageTo <= mostDamage
  }

  /// Fewer figures than one in so many of the last report's: such a text gives hardly any numbers, or has
  /// lost them.
  static let leastShareOfFigures = 4
  /// A report of only a few figures may well give others the next time.
  static let leastFigures = 8

  /// Whether what a text does not count means something: a report without numbers has left none unanswered.
  static func counts(_ side: Comparing) -> Bool {
    let (before, after) = (side.baseline.figures.count, side.meeting.figures.count)
    return speaks(side) && (before < leastFigures || after * leastShareOfFigures >= before)
  }
}

extension Meeting {
  /// True where both are of one sector and class.
  ///
  /// The archive chooses no others for one another, but two texts given by hand may be of any.
  package func isOfClass(of other: Meeting) -> Bool { sector == other.sector && category == other.category }

  /// True where both are of one place, too: only then does one follow the other.
  package func isOfSeries(of other: Meeting) -> Bool {
    isOfClass(of: other) && jurisdiction?.code == other.jurisdiction?.code
  }
}
