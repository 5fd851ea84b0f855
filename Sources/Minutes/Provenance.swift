// SPDX-License-Identifier: Apache-2.0

/// Where a document stands between fact and invention.
///
/// What is paraphrased (facts real, wording ours) or invented (example province 瀚海省) says so in every entry and never
/// serves as peer, superior, quotation or “first” for a real report.
package enum Provenance: String, Sendable, Hashable, CaseIterable {
  case report, paraphrase, invented
}
