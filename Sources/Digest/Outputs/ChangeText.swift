// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

/// The MESSAGE of a change's entry: one line that tells it, then both sides' words and where they stand.
///
/// Example: 瀚海省民政2024 上年目标未完成：新建老年助餐点1143个，目标1200个（95.3%）.
struct ChangeText {
  private let change: Change
  private let digest: MeetingDigest

  static func text(_ change: Change, in digest: MeetingDigest) -> String {
    ChangeText(change: change, digest: digest).lines.joined(separator: "\n")
  }

  private var voice: Voice { digest.voice }

  private var lines: [String] {
    let story = "\(voice.story(digest.meeting)) \(ChangeStory.text(change, in: digest))"
    var lines = [Columns.cut(story, to: Page.width)]
    lines += change.from.map { quoted(before, $0) }
    let bulletin = digest.bulletin(of: change)
    lines += change.to.map { quoted(voice(bulletin == nil ? .sideNow : .bulletins), $0, bulletin) }
    if let title = bulletin?.title {
      lines.append(line(.sideSource, Columns.cut(title, to: Page.width - 12)))
    }
    if let next = change.nextTarget {
      lines.append(line(.sideFollow, voice(.goalNow, voice.text(next.quantity))))
    }
    if !change.seen.isEmpty, change.kind != .rankUp, change.kind != .rankDown {
      lines.append(line(.sideHistory, history))
    }
    if let note = provenance { lines.append(line(.sideSource, note)) }
    return lines
  }

  /// What the earlier side is called.
  private var before: String {
    switch change.relation {
    case .superior: voice(.sideAbove)
    case .peer: voice(.sidePeer)
    case .chosen: voice(.chosenSide)
    case .previous, .none: voice.last(digest)
    }
  }

  private func line(_ label: Phrase, _ text: String) -> String {
    "  \(Columns.padded(voice(label), to: 6)) \(text)"
  }

  /// 上年   “新建老年助餐点1200个”（2023-02-24，第7段）.
  private func quoted(_ label: String, _ evidence: Change.Evidence, _ bulletin: Bulletin? = nil) -> String {
    let words = Names.quoted(Columns.cut(evidence.excerpt.text, to: 160))
    let date = bulletin?.published.description ?? voice.date(digest.record(of: evidence.meeting)?.meeting)
    return "  \(Columns.padded(label, to: 6)) "
      + voice(.quotation, words, date, voice.place(evidence.excerpt))
  }

  private var history: String {
    let ranks = change.seen.filter { $0.rank > 0 }.map { voice(.nth, "\($0.rank)") }
    let years = voice.years(change.seen.map(\.year))
    return ranks.isEmpty ? voice(.historyText, years) : voice(.history, years, voice.list(ranks))
  }

  /// Invented and paraphrased texts say so in every entry.
  private var provenance: String? {
    let records = [digest.record] + change.baselines.compactMap(digest.record(of:))
    return records.lazy.compactMap(voice.provenance).first
  }
}
