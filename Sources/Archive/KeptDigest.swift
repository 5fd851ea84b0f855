// SPDX-License-Identifier: Apache-2.0
package import Minutes

/// A digest as it was rendered: the archive stores it and does not look inside.
package struct KeptDigest: Sendable, Hashable {
  /// 16 hex digits, made from the meeting, its sources, the baselines and the rules.
  package var id: String
  package var meetingID: String
  package var provenance: Provenance
  /// Ids of the meetings it compares with.
  package var baselines: [String]
  /// The one of them that was the meeting before, where there was one.
  package var previous: String?
  /// The hashes of the documents that it was made from.
  package var sources: [String]
  /// What `minutectl digest --json` prints.
  package var json: [UInt8]
  /// The whole text, of which MESSAGE is the part that fits.
  package var text: String
  /// The digest that this one corrects.
  package var supersedes: String?
  /// How many journal entries it has.
  package var entries: Int
  /// The edit of a person that it was sent for.
  package var edit: Int64?
  /// True where it was withdrawn: by a person, or because nothing tells of its meeting any more.
  package var isRetracted = false

  package init(
    id: String, meetingID: String, provenance: Provenance, baselines: [String], previous: String? = nil,
    sources: [String] = [], json: [UInt8], text: String, supersedes: String? = nil, entries: Int,
    edit: Int64? = nil
  ) {
    self.id = id
    self.meetingID = meetingID
    self.provenance = provenance
    self.baselines = baselines
    self.previous = previous
    self.sources = sources
    self.json = json
    self.text = text
    self.supersedes = supersedes
    self.entries = entries
    self.edit = edit
  }
}
