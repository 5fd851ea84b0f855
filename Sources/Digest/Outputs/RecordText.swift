// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// What `minutectl show` prints for people: a meeting, and the documents that tell of it.
package enum RecordText {
  package static func text(_ record: Record) -> String {
    var lines = MeetingText.lines(record.meeting)
    lines.append("  文件 \(record.documents.count)份\(note(record.provenance))")
    for (place, document) in record.documents.enumerated() {
      let source =
        place < record.sources.count && !record.sources[place].isEmpty ? "　\(record.sources[place])" : ""
      lines.append("    \(document.name)　\(document.sha256.prefix(12))\(source)")
    }
    return lines.map { Sanitised.text($0) }.joined(separator: "\n")
  }

  private static func note(_ provenance: Provenance) -> String {
    switch provenance {
    case .report: ""
    case .paraphrase: "（改写文本）"
    case .invented: "（虚构，仅供演示）"
    }
  }
}
