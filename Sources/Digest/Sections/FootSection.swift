// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

/// Who led the meeting, what the comparison rests on, and where the whole of it can be read if it is kept.
struct FootSection {
  private let digest: MeetingDigest
  private let voice: Voice

  static func make(_ digest: MeetingDigest) -> [Section] {
    let foot = FootSection(digest: digest, voice: digest.voice)
    return [foot.officials, foot.basis].compactMap(\.self)
      + (digest.isFromArchive ? [Section(digest.voice(.sources, digest.shortID))] : [])
  }

  private var officials: Section? {
    guard digest.predecessor != nil else {
      let present = digest.meeting.officials.prefix(3).map(voice.present)
      return present.isEmpty ? nil : Section(voice(.officials, voice.list(present, .semicolon)))
    }
    let changed = digest.changes(.leader).map {
      voice(.officialChange, voice.role($0.scope ?? ""), $0.wordingFrom ?? "", $0.wordingTo ?? "")
    }
    let before = Set(digest.predecessor?.meeting.officials.map(\.name) ?? [])
    let stayed = digest.meeting.officials.filter { before.contains($0.name) }
      .map { voice(.officialStays, voice.role("\($0.role.split(separator: "、").last ?? "")"), $0.name) }
    let parts = changed + stayed.prefix(2)
    return parts.isEmpty ? nil : Section(voice(.officials, voice.list(parts, .semicolon)))
  }

  private var basis: Section? {
    guard digest.primary.relation != .none else { return nil }
    let parts = [
      caution, leftAside, length, voice(digest.meeting.damaged > 0 ? .damaged : .undamaged), absent, reach,
      inside,
    ]
    let beside = FirstReportSection(digest: digest).basis
    return Section(voice(.basis, voice.list(parts.compactMap(\.self) + beside, .semicolon)))
  }

  /// What the second line had no room for.
  private var caution: String? { Circumstances(digest: digest).leftOut }

  /// Why figures and targets are not compared, where the two meetings are of no series.
  private var leftAside: String? {
    guard digest.primary.relation == .chosen, let before = digest.predecessor?.meeting,
      !digest.meeting.isOfSeries(of: before)
    else { return nil }
    if digest.meeting.jurisdiction == nil || before.jurisdiction == nil { return voice(.placeUnknown) }
    return voice(digest.meeting.isOfClass(of: before) ? .seriesDiffer : .classDiffers)
  }

  /// What 5内 means, where the table has it.
  private var inside: String? {
    let shown = digest.predecessor == nil ? digest.peerPlaces : []
    return shown.first { !$0.isOwn && !$0.ranks.isEmpty }?.ranks.first.map { voice(.insideNote, "\($0)") }
  }

  private var length: String? {
    guard let before = digest.predecessor?.meeting, before.length > 0 else { return nil }
    let percent = (digest.meeting.length * 100 + before.length / 2) / before.length
    let side = voice(digest.primary.relation == .chosen ? .chosenSide : .lastTime)
    return voice(.length, side, "\(percent)") + (percent < 75 ? voice(.shortCaution) : "")
  }

  private var absent: String? {
    let lacks: [(Phrase, Bool)] = [
      (.superiors, digest.baselines.superiors.isEmpty), (.peers, digest.baselines.peers.isEmpty),
    ]
    let names = lacks.filter(\.1).map { voice($0.0) }
    guard !names.isEmpty, digest.isFromArchive else { return nil }
    return voice(.absent, voice.list(names), digest.meeting.planYear.map { voice(.year, "\($0)") } ?? "")
  }

  private var reach: String? {
    guard !digest.baselines.peers.isEmpty, digest.predecessor == nil else { return nil }
    let held = voice(.heldOf, "\(digest.baselines.peers.count + 1)")
    return voice(.onlyOf, digest.isFromArchive ? held : voice(.theseTwo))
  }
}
