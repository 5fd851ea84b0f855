// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

/// The tasks and figures of a meeting that has no earlier one to be compared with.
enum RecordSection {
  static func make(_ digest: MeetingDigest) -> [Section] {
    guard digest.predecessor == nil else { return [] }
    let (meeting, voice) = (digest.meeting, digest.voice)
    let columns = PeerColumns(digest: digest)
    let tasks = meeting.priorities.map(columns.line)
    let peers = digest.baselines.peers
    let named = peers.prefix(PeerColumns.mostColumns).map {
      voice(.peerTasks, Names.short($0.meeting), "\($0.meeting.priorities.count)")
    }
    let counts = named + (peers.count > named.count ? ["…"] : [])
    let beside = counts.isEmpty ? "" : voice.bracket(voice.list(counts))
    let results = meeting.figures.filter { $0.aspect != .target }
    let targets = meeting.figures.filter { $0.aspect == .target }
    return [
      Section(
        columns.head(voice(.recordHead, "\(meeting.priorities.count)") + beside),
        [Section.Row(label: "", items: tasks, keep: 80, apart: true)]),
      list(.targetList, targets, voice, keep: 60), list(.figureList, results, voice, keep: 50),
      silence(digest),
    ].compactMap(\.self)
  }

  /// That there are no figures anywhere is said once.
  private static func silence(_ digest: MeetingDigest) -> Section? {
    guard digest.meeting.figures.isEmpty else { return nil }
    let (peers, voice) = (digest.baselines.peers, digest.voice)
    guard !peers.isEmpty, peers.allSatisfy({ $0.meeting.figures.isEmpty }) else {
      return Section(voice(.noFigures))
    }
    let numerals = ["", "", "两", "三", "四", "五", "六", "七", "八", "九", "十"]
    let count = peers.count + 1
    let isWord = voice.language == .chinese && count < numerals.count
    return Section(voice(.noFiguresAnywhere, isWord ? numerals[count] : String(count)))
  }

  private static func list(_ name: Phrase, _ figures: [Figure], _ voice: Voice, keep: Int) -> Section? {
    guard !figures.isEmpty else { return nil }
    let items = figures.map(voice.told)
    return Section(voice(name, "\(figures.count)"), [Section.Row(label: "", items: items, keep: keep)])
  }
}
