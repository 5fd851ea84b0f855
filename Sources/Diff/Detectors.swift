// SPDX-License-Identifier: Apache-2.0

/// Which detectors look at which relation, in the order their changes are told: a new kind of change is one
/// line here.
enum Detectors {
  typealias Detector = @Sendable (Comparing) -> [Change]

  static let ofSuccession: [Detector] = [
    NewItems.find, DroppedItems.find, MergesAndSplits.find, Movements.find, Rewordings.find, Strength.find,
    KeptItems.find, JudgedTargets.find, OpenTargets.find, MovedTargets.find, TargetsSetAgain.find,
    Modifiers.find,
    TargetsNotRenewed.find,
    Revisions.find, MovedFigures.find, RenamedIndicators.find, FiguresOfOneSide.find, Incomparables.find,
    Terms.find, Frequencies.find, Leaders.find, LengthChange.find, Structure.find,
  ]

  /// Another place's meeting, or one of another class, says nothing of what rose, fell, moved or was promised
  /// here, nor who left office.
  static let ofOtherSeries: [Detector] = [
    NewItems.find, DroppedItems.find, MergesAndSplits.find, Rewordings.find, KeptItems.find,
    LengthChange.find,
  ]

  static let ofSuperiors: [Detector] = [
    Uptake.find, BrandUptake.find, MovedTargets.find, UnsetTargets.find,
  ]
}
