// SPDX-License-Identifier: Apache-2.0

package import Lexicon

/// Finds the division that a meeting governs.
///
/// In order: the meeting's name, its host, the headline, then 全市 or 市民政局 with the places of the report, the
/// file's name last. A place counts as evidence only if its unit can be called so: where 全省 is said, 云岫市
/// speaks for the province that it lies in.
package struct JurisdictionFinder: Sendable {
  let vocabulary: Vocabulary

  package init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The jurisdiction of the meeting that `article` tells of, or nil where nothing tells.
  ///
  /// `fileName` may begin with sub-folders; `year` is the meeting's as far as known, since names change.
  package func jurisdiction(
    of article: Article, in text: CleanText, named fileName: String, publisher: String? = nil, year: Int?
  ) -> Jurisdiction? {
    let scanner = PlaceScanner(vocabulary: vocabulary, year: year)
    let report = JurisdictionReport(article, text, named: fileName, publisher: publisher, scanner)
    let inquiry = JurisdictionInquiry(report: report, divisions: vocabulary.divisions, year: year)
    return inquiry.direct() ?? inquiry.headline() ?? inquiry.context() ?? inquiry.fileName()
  }
}
