// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

/// What became of the priorities since the last meeting.
enum PrioritySection {
  static func make(_ digest: MeetingDigest) -> Section? {
    guard let before = digest.predecessor?.meeting else { return nil }
    let rows = [
      added(digest), returned(digest), dropped(digest, .high, .medium, label: "不再提"),
      dropped(digest, .low, label: "未提及"), merged(digest), split(digest), moved(digest, .rankUp, "前移"),
      moved(digest, .rankDown, "后移"), reworded(digest), kept(digest),
    ]
    return Section(head(digest, before), rows)
  }

  private static func head(_ digest: MeetingDigest, _ before: Meeting) -> String {
    let counts = Counts(digest)
    let (mine, theirs) = (digest.meeting.priorities.count, before.priorities.count)
    let told = [
      ("新增", counts.added), ("再提", counts.returned), ("不再提", counts.dropped), ("合并", counts.merged),
      ("单列", counts.split), ("改写", counts.reworded), ("未变", counts.kept),
    ].filter { $0.1 > 0 }.map { "\($0.0)\($0.1)" }
    let last = digest.primary.relation == .chosen ? "对照" : Names.last(digest.meeting, before)
    let start =
      digest.baselines.superiors.isEmpty || digest.primary.relation == .chosen
      ? "重点 \(mine)项（\(last)\(theirs)项）"
      : "对\(last) \(before.date?.description ?? "日期不明")：\(mine)项（\(last)\(theirs)项）"
    return start + (told.isEmpty ? "" : "：" + told.joined(separator: " "))
      + (digest.isUnchanged ? "；无实质变化" : "")
  }

  private static func row(_ label: String, _ kind: Change.Kind, _ items: [String], apart: Bool = true)
    -> Section.Row
  {
    Section.Row(label: label, items: items, keep: Weight.keep(kind), apart: apart)
  }

  private static func added(_ digest: MeetingDigest) -> Section.Row {
    row(
      "新增", .newItem,
      succession(digest, .newItem).map { change in
        let reach = change.scope.map { "（\(Names.scope(digest.meeting, "本"))首次；\($0)）" } ?? ""
        return Names.item(change.to[0]) + reach
      })
  }

  private static func returned(_ digest: MeetingDigest) -> Section.Row {
    row(
      "再提", .returned,
      succession(digest, .returned).map { change in
        guard let last = change.lastSeen, let year = digest.meeting.planYear else {
          return Names.item(change.to[0])
        }
        return Names.item(change.to[0]) + "（见于\(last)年，时隔\(year - last)年）"
      })
  }

  private static func dropped(
    _ digest: MeetingDigest, _ sure: Change.Confidence..., label: String
  ) -> Section.Row {
    let changes = succession(digest, .dropped).filter { sure.contains($0.confidence) }
    return row(
      label, .dropped,
      changes.flatMap { change in
        let years = change.seen.map(\.year)
        let seen = years.count > 1 ? "（\(Names.years(years))均有）" : ""
        let doubt = change.confidence == .low ? "（待核）" : ""
        return [Names.item(change.from[0], mark: "原") + seen + doubt]
          + (change.stated.map { ["报告说明：" + Names.quoted(bare($0.text))] } ?? [])
      })
  }

  private static func merged(_ digest: MeetingDigest) -> Section.Row {
    row(
      "合并", .merged,
      succession(digest, .merged).map { change in
        Names.item(change.to[0]) + " ← "
          + change.from.map { "原\($0.rank ?? 0) \($0.name ?? "")" }.joined(separator: "、")
      })
  }

  private static func split(_ digest: MeetingDigest) -> Section.Row {
    row(
      "单列", .split,
      succession(digest, .split).map { change in
        Names.item(change.from[0], mark: "原") + " → "
          + change.to.map { Names.item($0) }.joined(separator: "、")
      })
  }

  private static func moved(_ digest: MeetingDigest, _ kind: Change.Kind, _ label: String) -> Section.Row {
    row(
      label, kind,
      succession(digest, kind).map { change in
        let older = change.seen.dropLast().last.map { "\($0.year)年为第\($0.rank)" }
        let same = change.wordingFrom == change.wordingTo ? "标题未变" : nil
        let notes = [older, same].compactMap(\.self)
        return Names.item(change.to[0]) + " ← 原\(change.from[0].rank ?? 0)"
          + (notes.isEmpty ? "" : "（\(notes.joined(separator: "；"))）")
      })
  }

  private static func reworded(_ digest: MeetingDigest) -> Section.Row {
    row(
      "改写", .reworded,
      succession(digest, .reworded).map { change in
        let rank = change.to[0].rank.map { "\($0) " } ?? ""
        let (old, new) = (change.wordingFrom ?? "", change.wordingTo ?? "")
        return rank + Names.quoted(Columns.cut(old, to: 30)) + "→" + Names.quoted(Columns.cut(new, to: 30))
      })
  }

  private static func kept(_ digest: MeetingDigest) -> Section.Row {
    row("未变", .kept, succession(digest, .kept).map { Names.item($0.to[0]) }, apart: false)
  }

  private static func succession(_ digest: MeetingDigest, _ kind: Change.Kind) -> [Change] {
    digest.changes(kind, about: .priority).filter { $0.relation == .previous || $0.relation == .chosen }
      .sorted {
        ($0.to.first?.rank ?? $0.from.first?.rank ?? 0) < ($1.to.first?.rank ?? $1.from.first?.rank ?? 0)
      }
  }

  /// A quoted sentence without its own end mark and without “与往年相比，” before it.
  private static func bare(_ sentence: String) -> String {
    let text = sentence.hasSuffix("。") ? String(sentence.dropLast()) : sentence
    guard text.hasPrefix("与"), let comma = text.firstIndex(of: "，") else { return text }
    return String(text[text.index(after: comma)...])
  }
}
