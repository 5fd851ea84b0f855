// SPDX-License-Identifier: Apache-2.0

extension MeetingSheet {
  /// What is known of a page beside its digest: what became of that since it was sent, and where it lies.
  package struct Origin: Sendable {
    /// True where the digest was sent from another state of the archive.
    package var isRetold: Bool
    /// The id of the digest that this one replaces.
    package var supersedes: String?
    /// The id of the digest that was sent in the place of this one.
    package var replacedBy: String?
    /// True where the digest was withdrawn.
    package var isRetracted: Bool
    /// The file beside it that lists all arrivals, where there is one.
    package var index: String?

    package init(
      isRetold: Bool = false, supersedes: String? = nil, replacedBy: String? = nil,
      isRetracted: Bool = false, index: String? = nil
    ) {
      self.isRetold = isRetold
      self.supersedes = supersedes
      self.replacedBy = replacedBy
      self.isRetracted = isRetracted
      self.index = index
    }
  }
}
