// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// What every change of a figure has in common.
enum FigureChange {
  static func make(_ kind: Change.Kind, _ pair: FigurePair, in side: Comparing, rule: String) -> Change {
    var change = Change(kind, .figure, in: side, rule: rule)
    change.figures = pair
    change.from = pair.from.map { [Change.Evidence(meeting: side.baseline.id, excerpt: $0.excerpt)] } ?? []
    change.to = pair.to.map { [Change.Evidence(meeting: side.meeting.id, excerpt: $0.excerpt)] } ?? []
    change.topic = pair.to?.topic ?? pair.from?.topic
    change.confidence = Change.Confidence(pair.confidence)
    return change
  }
}
