// SPDX-License-Identifier: Apache-2.0

internal import Diff
package import Minutes

/// The one-line entry of a file that made no digest: a duplicate, a further source, or refused.
///
/// Each says which file, what is the matter and, for one that was refused, what to do.
package enum OutcomeEntry {
  /// 重复 2024澜浦民政(1).docx：与 澜浦新闻网.docx 内容相同，未再比较.
  package static func duplicate(
    _ document: Document, of first: Document, id: String, in voice: Voice = .chinese
  ) -> Entry {
    let message =
      switch voice.language {
      case .chinese: "重复 \(document.name)：与 \(first.name) 内容相同，未再比较"
      case .english: "Duplicate \(document.name): the same as \(first.name), not compared again"
      }
    return entry(.duplicate, document, id: id, message: message) { list in
      list.add(.baselineFile, first.name)
      list.add(.baselineSHA256, first.sha256)
    }
  }

  /// 拒收 澜浦会议.pdf：扫描件，12页无文字层；请换文字版，或先做OCR再放入.
  ///
  /// `reason` is a word of a closed list (empty, binary, no-meeting …) to match on; `problem` and `remedy`
  /// are for people and stand in MESSAGE.
  package static func rejected(
    _ document: Document, reason: String, problem: String, remedy: String, id: String
  ) -> Entry {
    entry(.rejected, document, id: id, message: "拒收 \(document.name)：\(problem)；\(remedy)") { list in
      list.add(.reason, reason)
    }
  }

  /// 补充来源 瀚海省民政2024：第3份报道（hanhai-ribao.txt），结论不变.
  ///
  /// `part` is k and n where the file has n meetings.
  package static func source(
    _ document: Document, of record: Record, _ story: SourceStory = .nothingNew,
    part: (k: Int, n: Int)? = nil, id: String, in voice: Voice = .chinese
  ) -> Entry {
    let isCounted = record.documents.contains { $0.sha256 == document.sha256 }
    let number = record.documents.count + (isCounted ? 0 : 1)
    let name = voice.story(record.meeting)
    let text = story.text(name, file: document.name, number: number, in: voice.language)
    return entry(.source, document, id: id, message: text) { list in
      CommonFields.add(to: &list, meeting: record.meeting)
      list.add(.part, part.map { "\($0.k)/\($0.n)" })
      list.add(.reason, story.reason)
    }
  }

  /// A file that tells of no meeting but has figures: kept for the targets it may answer.
  ///
  /// `place` is whose figures they are; without one they answer nothing.
  package static func bulletin(
    _ document: Document, figures: Int, place: String?, id: String, in voice: Voice = .chinese
  ) -> Entry {
    let story =
      switch (voice.language, place) {
      case (.chinese, let place?):
        "收录数据 \(document.name)：不是会议报道，含\(place)数字\(figures)项，备答会议所提目标"
      case (.chinese, nil):
        "收录数据 \(document.name)：不是会议报道，含数字\(figures)项，辖区不明，已存档备查"
      case (.english, let place?):
        "Figures kept \(document.name): no report of a meeting; \(figures) of \(place), which may answer targets"
      case (.english, nil):
        "Figures kept \(document.name): no report of a meeting; \(figures) of no known place"
      }
    return entry(.source, document, id: id, message: story) { $0.add(.reason, "no-meeting") }
  }

  private static func entry(
    _ event: Event, _ document: Document, id: String, message: String, _ more: (inout FieldList) -> Void
  ) -> Entry {
    var list = FieldList()
    list.open(event, priority: 6, message: message)
    list.add(.entryID, id)
    list.add(.file, document.name)
    list.add(.sha256, document.sha256)
    list.add(.provenance, document.provenance.rawValue)
    more(&list)
    return Entry(id: id, fields: list.fields)
  }
}
