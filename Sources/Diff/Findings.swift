// SPDX-License-Identifier: Apache-2.0

/// What comes of laying a meeting beside its baselines.
package struct Findings: Sendable, Hashable {
  /// Superior first, then previous, then peers; within a relation in the order of the detectors.
  package var changes: [Change]
  /// Where each peer has each task, by rank and then in the peers' order; empty where an earlier meeting of
  /// the series is told of instead, since then no table of them is shown.
  package var peerPlaces: [PeerPlace]
}
