// SPDX-License-Identifier: Apache-2.0

package import Diff
package import Digest
package import Minutes

/// Makes the digest of a meeting from what it is compared with: a function of its arguments, for any thread.
///
/// `Comparisons` asks the archive what that is.
package struct DigestComposer: Sendable {
  private let findings: @Sendable (Meeting, Baselines) -> Findings
  private let rules: String
  private let voice: Voice

  /// `findings` lays a meeting beside its baselines; `rules` are those that both were read by.
  package init(findings: @escaping @Sendable (Meeting, Baselines) -> Findings, rules: String, voice: Voice) {
    self.findings = findings
    self.rules = rules
    self.voice = voice
  }

  /// The digest of a kept meeting beside these baselines.
  package func digest(of record: Record, against baselines: Baselines) -> MeetingDigest {
    let found = findings(record.meeting, baselines)
    var digest = MeetingDigest(
      record: record, baselines: baselines, changes: found.changes, rules: rules, hash: SHA256.digest)
    digest.peerPlaces = found.peerPlaces
    digest.voice = voice
    return digest
  }
}
