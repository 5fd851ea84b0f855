// SPDX-License-Identifier: Apache-2.0
package import Minutes

/// What was removed with a document, and where it still stands outside of the archive.
package struct ForgottenDocument: Sendable, Hashable {
  /// A journal entry that told of it, or was about to.
  package struct Entry: Sendable, Hashable {
    package var id: String
    /// Where it stands in the journal of this machine; nil where it was not yet read back.
    package var cursor: String?
    /// When it was queued, in microseconds since 1970.
    package var queued: Int64
  }

  package var sha256: String
  /// The digests that rested on it; their texts are gone.
  package var digests: [String]
  /// The names that it came under.
  package var names: [String] = []
  /// Hashes of the archives that it came in.
  package var containers: [String] = []
  package var entries: [Entry] = []
  /// How many marks of readers quoted it and were taken back.
  package var marks = 0
  /// The meetings that it told of; those that nothing else tells of are gone.
  package var meetings: [MeetingKey] = []

  init(sha256: String, digests: [String]) { (self.sha256, self.digests) = (sha256, digests) }
}
