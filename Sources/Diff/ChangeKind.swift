// SPDX-License-Identifier: Apache-2.0

extension Change {
  /// The kinds of change; the raw value is `MINUTED_CHANGE`.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case newItem = "new_item"
    case firstEver = "first_ever"
    case dropped, returned, kept, reworded
    case strengthUp = "strength_up"
    case strengthDown = "strength_down"
    case rankUp = "rank_up"
    case rankDown = "rank_down"
    case merged, split
    case peerAhead = "peer_ahead"
    case peerOnly = "peer_only"
    case peerLack = "peer_lack"
    case leader
    case figureUp = "figure_up"
    case figureDown = "figure_down"
    case figureSame = "figure_same"
    case targetUp = "target_up"
    case targetDown = "target_down"
    case targetSame = "target_same"
    case met, missed
    case notDue = "not_due"
    case unreported
    case figureNew = "figure_new"
    case figureGone = "figure_gone"
    case revised, modifier, incomparable
    case newTerm = "new_term"
    case lostTerm = "lost_term"
    case freqUp = "freq_up"
    case freqDown = "freq_down"
    case length, structure
    case uptake
    case uptakeMissing = "uptake_missing"
    case uptakeLocal = "uptake_local"
  }
}
