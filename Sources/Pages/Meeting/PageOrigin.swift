// SPDX-License-Identifier: Apache-2.0

package import Digest

extension MeetingSheet {
  /// What is known of a page beside its digest: what became of that since it was sent, and where it lies.
  package struct Origin: Sendable {
    /// True where the digest was sent from another state of the archive.
    package var isRetold: Bool
    /// The id of the digest that this one replaces.
    package var supersedes: String?
    /// Whether the digest may still be quoted.
    package var validity: Validity
    /// What people have put right in the reports of the meeting.
    package var amendments: [SignedAmendment]
    /// The file beside it that lists all arrivals, where there is one.
    package var index: String?

    package init(
      isRetold: Bool = false, supersedes: String? = nil, validity: Validity = .inForce,
      amendments: [SignedAmendment] = [], index: String? = nil
    ) {
      self.isRetold = isRetold
      self.supersedes = supersedes
      self.validity = validity
      self.amendments = amendments
      self.index = index
    }
  }
}
