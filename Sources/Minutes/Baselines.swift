// SPDX-License-Identifier: Apache-2.0

/// What the archive knows that a meeting can be compared with, chosen by the rules of relations.
///
/// `previous` is the latest earlier meeting of the series; `superiors` the parent divisions' latest meetings
/// of the sector within the plan period and before this one, nearest parent first; `peers` the meetings of
/// the same level, sector and plan period before this one, by date. `chosen` stands only where none of these
/// does. `history` is every earlier meeting of the series, oldest first. `bulletins` are the place's own
/// figures published before the meeting, the latest first: none of them is a meeting, but they may answer
/// open targets.
package struct Baselines: Sendable, Hashable {
  package var previous: Record?
  package var superiors: [Record]
  package var peers: [Record]
  package var chosen: Record?
  package var history: [Record]
  package var bulletins: [Bulletin]
  /// What readers have called insignificant in this series: it changes what weighs, and nothing that is
  /// found.
  package var marks: [Insignificance] = []

  package init(
    previous: Record? = nil, superiors: [Record] = [], peers: [Record] = [], chosen: Record? = nil,
    history: [Record] = [], bulletins: [Bulletin] = []
  ) {
    self.previous = previous
    self.superiors = superiors
    self.peers = peers
    self.chosen = chosen
    self.history = history
    self.bulletins = bulletins
  }
}
