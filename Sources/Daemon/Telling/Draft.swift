// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Minutes

/// The digest of a meeting, ready to be kept, with its entries for the outbox.
struct Draft: Sendable {
  var meeting: Meeting
  var provenance: Provenance
  var digest: KeptDigest
  var entries: [OutboxEntry]
}
