// SPDX-License-Identifier: Apache-2.0

/// What a baseline is to the meeting that is compared with it.
///
/// `chosen` is the nearest earlier meeting of the sector and class where no other relation exists; `none` is a record
/// without comparison.
package enum Relation: String, Sendable, Hashable, CaseIterable {
  case previous, superior, peer, chosen, none
}
