// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

/// The second line: which meeting, against which, and what a reader must know of the texts.
struct Circumstances {
  let digest: MeetingDigest

  private var meeting: Meeting { digest.meeting }
  private var voice: Voice { digest.voice }

  var line: String {
    // Where the text comes from is never cut; the rest of the line may be.
    let room = Page.width - caveat.reduce(0) { $0 + Columns.width($1) + Columns.width(voice(.bar)) }
    return voice.list([Columns.cut(version.text, to: room)] + caveat, .bar)
  }

  /// The caution about the date where the line has no room for it: the foot then says it.
  var leftOut: String? { version.isCautious ? nil : caution(meeting.dateBasis) }

  /// What is known anyway gives way where the line is too long: the peers' names, how far the archive
  /// reaches; then what can be said further down.
  private var version: (text: String, isCautious: Bool) {
    let versions = [(true, true), (false, true), (false, false)].map { naming, cautious in
      (voice.list(parts(naming: naming, cautious: cautious), .bar), cautious)
    }
    return versions.first { Columns.width(voice.list([$0.0] + caveat, .bar)) <= Page.width } ?? versions[2]
  }

  private func parts(naming: Bool, cautious: Bool) -> [String] {
    var parts = [voice.session(meeting) + voice.bracket(cautious ? caution(meeting.dateBasis) : nil)]
    if let before = digest.predecessor?.meeting {
      let date = voice.date(before)
      let told =
        digest.primary.relation == .chosen
        ? voice(.besideMeeting, voice.place(before), date) : voice(.lastMeeting, date)
      parts.append(told + (naming ? held : "") + otherClass(before))
    } else if digest.primary.relation != .none {
      parts.append(digest.isFromArchive ? voice(.noEarlier) + (naming ? peers : "") : voice(.twoTexts))
    }
    return parts
  }

  /// Two texts given by hand may be of meetings that never stand in for one another.
  private func otherClass(_ before: Meeting) -> String {
    guard digest.primary.relation == .chosen, !meeting.isOfClass(of: before) else { return "" }
    return voice.bracket(voice(.otherClass))
  }

  /// What a reader must know of the date: a year that the meeting's own words do not give.
  private func caution(_ basis: MeetingDate.Basis?) -> String? {
    switch basis {
    case nil, .text, .meetingName: nil
    case .page: voice(.byPage)
    case .tasks: voice(.byTasks)
    case .otherReport: voice(.byReport)
    case .fileName: voice(.byFile)
    }
  }

  /// What a reader must know of the texts: invented, or in other words than printed.
  private var caveat: [String] {
    if let own = voice.provenance(digest.record) { return [own] }
    return digest.compared.lazy.compactMap { voice.provenance($0.record) }.first.map {
      [voice(.comparedText, $0)]
    } ?? []
  }

  /// How far the archive reaches back in this series, and whether a year is missing.
  private var held: String {
    let years = Set((digest.baselines.history.map(\.meeting) + [meeting]).compactMap(\.planYear)).sorted()
    guard years.count > 2, let first = years.first, let last = years.last else { return "" }
    let missing = (first...last).filter { !years.contains($0) }
    return missing.isEmpty
      ? voice(.heldAll, "\(first)", "\(last)") : voice(.heldGap, voice.years(missing))
  }

  private var peers: String {
    let names = digest.baselines.peers.prefix(3).map {
      Names.short($0.meeting) + ($0.meeting.date.map { String($0.description.dropFirst(5)) } ?? "")
    }
    return names.isEmpty ? "" : voice(.peersHeld, voice.list(Array(names)))
  }
}
