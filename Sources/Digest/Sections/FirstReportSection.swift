// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

/// What else sets a first report apart from its peers': the names they use, the standing of who led, their
/// length.
///
/// Facts side by side and no judgement: a short report has few names, and a vice governor may have been ill.
struct FirstReportSection {
  /// More peers than these would be a list that nobody reads.
  private static let mostPeers = 3
  private static let mostNames = 3

  let digest: MeetingDigest

  private var voice: Voice { digest.voice }

  /// This meeting and its peers; none where there is an earlier meeting to tell of, or too many peers.
  private var sides: [Meeting] {
    let count = digest.baselines.peers.count
    guard digest.predecessor == nil, (1...Self.mostPeers).contains(count) else { return [] }
    return [digest.meeting] + digest.baselines.peers.map(\.meeting)
  }

  /// Rows for the section of peers.
  var rows: [Section.Row] {
    [
      row(.split, [apart].compactMap(\.self)),
      row(.brands, names), row(.standing, sides.compactMap(standing)),
    ]
  }

  private func row(_ label: Phrase, _ items: [String]) -> Section.Row {
    Section.Row(label: voice(label), items: items, keep: Weight.keep(.peerAhead))
  }

  private var apart: String? {
    let tasks = sides.isEmpty ? [] : PeerColumns(digest: digest).apart
    guard !tasks.isEmpty else { return nil }
    let names = tasks.map { "\($0.rank) \(Columns.cut($0.head, to: 30))" }
    return voice.list(names) + voice.bracket(voice(.insideOthers))
  }

  /// 江苏“苏适养老”“苏童成长”；上海无: what the tasks are called by, where any side has a name.
  private var names: [String] {
    let told = sides.map { ($0, Self.terms($0)) }
    return told.contains { !$0.1.isEmpty } ? told.map { named($0, $1) } : []
  }

  private static func terms(_ meeting: Meeting) -> [String] {
    var known: Set<String> = []
    return meeting.priorities.flatMap(\.terms).filter { known.insert($0).inserted }
  }

  private func named(_ meeting: Meeting, _ terms: [String]) -> String {
    guard !terms.isEmpty else { return voice(.noName, Names.short(meeting)) }
    let shown = terms.prefix(Self.mostNames).map(Names.quoted).joined()
    let more = terms.count > Self.mostNames ? voice(.inAll, "\(terms.count)") : ""
    return Names.short(meeting) + shown + more
  }

  /// 浙江：副省长: the title of the first who is named as taking part.
  private func standing(_ meeting: Meeting) -> String? {
    meeting.officials.first.map {
      Names.short(meeting) + voice(.colon) + voice.role($0.role)
    }
  }

  /// For the foot: how long each text is, and which peers' meetings are called otherwise.
  var basis: [String] {
    guard !sides.isEmpty else { return [] }
    let lengths = sides.map { voice(.lengthOf, Names.short($0), "\($0.length)") }
    let others = digest.baselines.peers.map(\.meeting).filter { $0.kind != digest.meeting.kind }
    return [voice(.lengths, voice.list(lengths))]
      + others.map { voice(.otherKind, Names.short($0), Names.quoted($0.kind)) }
  }
}
