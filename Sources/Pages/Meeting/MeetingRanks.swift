// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Digest
internal import Minutes

/// The charts of a meeting: its tasks beside those of the last meeting, and beside those of the level above.
struct MeetingRanks {
  let digest: MeetingDigest

  private var voice: Voice { digest.voice }

  /// From the meeting before, or the one that stands in for it; nil where either sets no tasks.
  var sinceLast: RankChart? {
    digest.predecessor.flatMap { before in
      chart(from: before.meeting, .rankTitle, .rankLegend) {
        $0.relation == .previous || $0.relation == .chosen
      }
    }
  }

  /// From the level above; nil where there is none or either sets no tasks.
  var uptake: RankChart? {
    digest.baselines.superiors.first.flatMap { above in
      chart(from: above.meeting, .uptakeTitle, .uptakeLegend) { $0.relation == .superior }
    }
  }

  private func chart(
    from before: Meeting, _ title: PageWord, _ legend: PageWord, _ isOf: (Change) -> Bool
  ) -> RankChart? {
    let meeting = digest.meeting
    guard !before.priorities.isEmpty, !meeting.priorities.isEmpty else { return nil }
    let changes = digest.changes.filter { $0.subject == .priority && isOf($0) }
    let ties = Self.ties(changes)
    let language = voice.language
    return RankChart(
      title: title(
        language, voice.story(before), "\(before.priorities.count)", voice.story(meeting),
        "\(meeting.priorities.count)"),
      leftHead: head(before), rightHead: head(meeting),
      left: items(before, changes, \.from, tied: Set(ties.map(\.from)), isLeft: true),
      right: items(meeting, changes, \.to, tied: Set(ties.map(\.to)), isLeft: false),
      ties: ties, legend: legend(language))
  }

  private func head(_ meeting: Meeting) -> String {
    let (story, date) = (voice.story(meeting), voice.date(meeting))
    // Of some only the year is known, which the name ends in.
    let name = story.hasSuffix(date) ? story : "\(story) \(date)"
    return PageWord.tasksOf(voice.language, name, "\(meeting.priorities.count)")
  }

  private func items(
    _ meeting: Meeting, _ changes: [Change], _ side: (Change) -> [Change.Evidence], tied: Set<Int>,
    isLeft: Bool
  ) -> [RankChart.Item] {
    meeting.priorities.map { task in
      let own = changes.filter { side($0).contains { $0.rank == task.rank } }
      let isAlone = !tied.contains(task.rank)
      // What stayed needs no word, and what moved has it where it stands now.
      let marked = own.filter { isAlone || !isLeft && ![.kept, .uptake].contains($0.kind) }
      let marks = marked.map { voice.label($0, in: digest) }.filter { !$0.isEmpty }
      let once = marks.enumerated().filter { !marks[..<$0.offset].contains($0.element) }.map(\.element)
      return RankChart.Item(
        rank: task.rank, head: task.head, mark: once.joined(separator: "·"), isAlone: isAlone)
    }
  }

  /// One tie for each pair of ranks; where several changes tell of it, the one that says most.
  private static func ties(_ changes: [Change]) -> [RankChart.Tie] {
    var kinds: [[Int]: RankChart.Tie.Kind] = [:]
    for change in changes {
      let kind = kind(change)
      for from in change.from.compactMap(\.rank) {
        for to in change.to.compactMap(\.rank) {
          kinds[[from, to]] = max(kinds[[from, to]] ?? .plain, kind)
        }
      }
    }
    return kinds.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { RankChart.Tie(from: $0.key[0], to: $0.key[1], kind: $0.value) }
  }

  private static func kind(_ change: Change) -> RankChart.Tie.Kind {
    switch change.kind {
    case .rankUp, .rankDown: .moved
    case .merged, .split: .joined
    case .uptake where change.scope == Change.inPart: .partial
    case .uptake where change.from.count + change.to.count > 2: .joined
    default: .plain
    }
  }
}
