// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

/// What a correction changes, in words: what it rests on now, what no longer holds, what is new, who says
/// what.
///
/// Example: 取代1a2b3c4d：补到上次会议2023-02-24（原以2022-03-02为上次）；撤下9项，新列12项.
struct CorrectionSection {
  let digest: MeetingDigest
  let correction: Correction

  static func make(_ digest: MeetingDigest) -> Section? {
    digest.correction.map { CorrectionSection(digest: digest, correction: $0).section }
  }

  private var voice: Voice { digest.voice }

  private var section: Section {
    let superseded = correction.superseded
    // Stories are compared in the language that they were told in.
    let before = digest.told(in: superseded.language)
    let listed = digest.changes.map { ($0, ChangeStory.text($0, in: before)) }
    let now = Set(listed.map(\.1))
    let gone = superseded.stories.filter { !now.contains($0) }
    let come = listed.filter { !superseded.stories.contains($0.1) }.map { ChangeStory.text($0.0, in: digest) }
    return Section(
      voice(.correctionHead, superseded.shortID, reason, counts(gone.count, come.count, of: listed.count)),
      [
        // What only a forgotten report told is not quoted again.
        Section.Row(
          label: voice(.correctionGone), items: isForgotten ? [] : told(gone), keep: 96, apart: true),
        Section.Row(
          label: voice(.correctionCome), items: superseded.isForgotten ? [] : told(come), keep: 95,
          apart: true),
        Section.Row(label: voice(.correctionSource), items: shares, keep: 97, apart: true),
        Section.Row(label: voice(.correctionEditLabel), items: amended, keep: 98, apart: true),
      ])
  }

  private var isForgotten: Bool { if case .forgotten = correction.cause { true } else { false } }

  /// How many of its items no longer hold, and how many are new; after a report was forgotten also how many stand.
  private func counts(_ gone: Int, _ come: Int, of all: Int) -> String {
    if correction.superseded.isForgotten { return voice(.correctionTextGone) }
    if gone == 0, come == 0 { return voice(.correctionSame) }
    guard isForgotten else { return voice(.correctionCounts, "\(gone)", "\(come)") }
    let stand = voice(.correctionStands, "\(gone)", "\(all - come)")
    return come == 0 ? stand : stand + voice(.comma) + voice(.correctionAnew, "\(come)")
  }

  private var reason: String {
    switch correction.cause {
    case .forgotten(let names, let why, _):
      voice(
        .correctionReportForgotten, voice.list(names.map { Columns.cut($0, to: 40) }),
        Columns.cut(why, to: 40))
    case .sources: voice(.correctionMerged, "\(digest.record.documents.count)")
    case .otherPrevious: previous
    case .rules(let rules, let why): voice(.correctionRules, rules, Columns.cut(why, to: 40))
    case .removal(let note):
      note.told(
        of: digest.meeting, in: voice, now: dateOfPrevious,
        isSame: correction.superseded.previous == digest.baselines.previous?.meeting.id)
    case .edit(let note):
      voice(note.isUndone ? .correctionUndone : .correctionEdit, Columns.cut(note.reason, to: 40))
    }
  }

  private var amended: [String] {
    guard case .edit(let note) = correction.cause else { return [] }
    return note.lines(for: digest.meeting, in: voice).prefix(4).flatMap(Self.broken)
  }

  /// What a thing was put right to stands at the end: a long line goes on behind the quotation and is never cut.
  private static func broken(_ line: String) -> [String] {
    guard Columns.width(line) > Page.width - 12, let end = line.lastIndex(of: "”") else { return [line] }
    return [String(line[...end]), String(line[line.index(after: end)...])].filter { !$0.isEmpty }
  }

  private var dateOfPrevious: String? {
    digest.baselines.previous.map { $0.meeting.date?.description ?? $0.meeting.id }
  }

  private var previous: String {
    let now = dateOfPrevious
    let before = correction.superseded.previous.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    return switch (now, before) {
    case (let now?, let before?): voice(.correctionPrevious, now, before)
    case (let now?, nil): voice(.correctionFirstPrevious, now)
    case (nil, let before?): voice(.correctionNoPrevious, before)
    case (nil, nil): voice(.correctionSame)
    }
  }

  /// The heaviest; the rest is counted in the head and stands in the entries.
  private func told(_ stories: [String]) -> [String] {
    stories.prefix(4).map { Columns.cut($0, to: Page.width - 12) }
  }

  private var shares: [String] {
    let shares: [MergedAccounts.Share]
    switch correction.cause {
    case .sources(let told), .forgotten(_, _, let told): shares = told
    case .otherPrevious, .removal, .edit, .rules: return []
    }
    return shares.enumerated().map { place, share in
      let parts =
        (share.priorities > 0 ? [voice(.correctionTasks, "\(share.priorities)")] : [])
        + (share.figures > 0 ? [voice(.correctionFigures, "\(share.figures)")] : [])
      let list = voice.list(parts)
      let also = place > 0 ? voice(.correctionAlso, list) : list
      return share.document.name + voice(.colon) + (parts.isEmpty ? voice(.correctionNothing) : also)
    }
  }
}
