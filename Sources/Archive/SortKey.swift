// SPDX-License-Identifier: Apache-2.0
package import Minutes

extension MeetingDate {
  /// The date as a number that sorts as dates compare: 2023-02-10 is 20230210, 2023-02 is 20230200.
  var sortKey: Int { year * 10_000 + (month ?? 0) * 100 + (day ?? 0) }
}

extension Provenance {
  /// What may serve as baseline for a meeting of this provenance, the preferred one first.
  ///
  /// A real report is compared with real reports alone. A paraphrase may also be held against real ones, for
  /// its facts are real and every entry says that its wording is ours; where both tell of a meeting, the real
  /// one counts. What is invented stays among itself.
  package var comparable: [Provenance] {
    switch self {
    case .report: [.report]
    case .paraphrase: [.report, .paraphrase]
    case .invented: [.invented]
    }
  }
}
