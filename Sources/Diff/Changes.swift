// SPDX-License-Identifier: Apache-2.0

package import Minutes

extension Comparer {
  /// All that changed in a meeting against what the archive knows.
  package func changes(in meeting: Meeting, against baselines: Baselines) -> [Change] {
    findings(in: meeting, against: baselines).changes
  }

  /// All that changed in a meeting against what the archive knows, superior first, then previous, then peers,
  /// and where the peers have its tasks.
  ///
  /// A meeting without any baseline has no changes: it is a record. Within a relation the order is that of
  /// the detectors, and within a detector that of the reports; nothing here is weighed.
  package func findings(in meeting: Meeting, against baselines: Baselines) -> Findings {
    var changes: [Change] = []
    let keyed = KeyedFigures(words: words)
    if let superior = baselines.superiors.first {
      let side = Comparing(meeting, superior.meeting, .superior, earlier: [], keyed, self)
      changes += Detectors.ofSuperiors.flatMap { $0(side) }
    }
    if let previous = baselines.previous {
      let earlier = baselines.history.map(\.meeting).filter {
        $0.id != previous.meeting.id && $0.id != meeting.id
      }
      let others = (baselines.superiors + baselines.peers).map(\.meeting)
      let side = Comparing(
        meeting, previous.meeting, .previous, earlier: earlier, others: others,
        bulletins: baselines.bulletins,
        keyed, self)
      changes += Detectors.ofSuccession.flatMap { $0(side) }
    } else if let chosen = baselines.chosen {
      let side = Comparing(meeting, chosen.meeting, .chosen, earlier: [], keyed, self)
      let isSuccession = meeting.isOfSeries(of: chosen.meeting)
      changes += (isSuccession ? Detectors.ofSuccession : Detectors.ofOtherSeries).flatMap { $0(side) }
    }
    let peers = peers(of: meeting, baselines, keyed)
    let places = baselines.previous == nil ? PeerPlace.all(beside: peers) : []
    return Findings(changes: changes + Peers.find(peers), peerPlaces: places)
  }

  private func peers(of meeting: Meeting, _ baselines: Baselines, _ keyed: KeyedFigures) -> [Comparing] {
    let own = baselines.history.map(\.meeting).filter { $0.id != meeting.id }
    return baselines.peers.map { Comparing(meeting, $0.meeting, .peer, earlier: own, keyed, self) }
  }
}
