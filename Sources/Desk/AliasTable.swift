// SPDX-License-Identifier: Apache-2.0

package import Archive
package import Lexicon

/// The words that people have said to be two names of one indicator, as one more layer of the lexicon.
///
/// It is made from the edits whenever tables are loaded, by the service and by `minutectl` alike, and lies in
/// no file: so it goes wherever the archive goes, and the rules' name, which is a hash over all tables, changes
/// with it. What other rules have read is then read again, like after any change of words.
package enum AliasTable {
  /// One layer with one table, or none where nobody has said anything.
  package static func layer(of archive: MeetingArchive) throws(ArchiveError) -> [LexiconFile] {
    // Of two for one word the later one counts, wherever it was said.
    let edits = try archive.edits(["alias"], isInForce: true).sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    let pairs = edits.compactMap { edit in
      edit.content["from"].flatMap { from in edit.content["to"].map { (from, $0) } }
    }
    guard !pairs.isEmpty else { return [] }
    let rows = Dictionary(pairs, uniquingKeysWith: { _, last in last }).sorted { $0.key < $1.key }
    let text = rows.map { "\($0.key)\t\($0.value)\n" }.joined()
    return [LexiconFile(path: "minutectl alias/indicators.tsv", bytes: Array(text.utf8))]
  }
}
