// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

/// The first two lines: what happened, and which meeting against what with what caveat.
struct Story {
  let digest: MeetingDigest

  var lines: [String] {
    [digest.correction == nil ? headline : voice(.corrected, headline), Circumstances(digest: digest).line]
  }

  private var meeting: Meeting { digest.meeting }
  private var voice: Voice { digest.voice }

  private var headline: String {
    let name = voice.story(meeting)
    switch digest.primary.relation {
    case .none: return voice(.storyRecord, name, "\(meeting.priorities.count)")
    case .previous:
      if let superior = digest.baselines.superiors.first {
        return told(voice(.storyPlain, name), uptake(superior) + behind + items(withMissed: false))
      }
      let start = voice(.storyPrevious, name, year(digest.baselines.previous))
      return told(start, items(withMissed: true, after: start))
    case .superior:
      return told(voice(.storyPlain, name), digest.baselines.superiors.first.map(uptake) ?? [])
    case .peer:
      let start = voice(digest.isFromArchive ? .storyFirst : .storyPlain, name)
      return told(start, [voice(.tasks, "\(meeting.priorities.count)")] + unique)
    case .chosen:
      let beside = digest.baselines.chosen.map { voice.story($0.meeting) } ?? ""
      let start = voice(.storyChosen, name, beside)
      return told(start, items(withMissed: true, after: start))
    }
  }

  private func year(_ record: Record?) -> String {
    record?.meeting.planYear.map(String.init) ?? voice(.lastTime)
  }

  /// As many parts as fit into one line; where only words and figures moved it says so.
  private func told(_ name: String, _ parts: [String]) -> String {
    if digest.isUnchanged { return name + voice(.unchanged) }
    if parts.isEmpty { return name + voice(digest.changes(.split).isEmpty ? .tasksAsBefore : .tasksSplit) }
    var text = name + parts[0]
    for part in parts.dropFirst() where Columns.width(text) + 2 + Columns.width(part) <= Page.width {
      text += voice(.semicolon) + part
    }
    return text
  }

  /// 省9项承接7，发展银发经济未提.
  private func uptake(_ superior: Record) -> [String] {
    let missing = digest.changes(.uptakeMissing, about: .priority)
    let all = superior.meeting.priorities.count
    let mark = voice.mark(superior.meeting).trimmed
    guard all > 0 else { return [voice(.noTasksAbove, mark)] }
    let silent = missing.prefix(2).map {
      Columns.cut(voice.short($0.from.first?.name ?? "", $0.topic), to: 24)
    }
    let tail = silent.isEmpty ? "" : voice(.notNamedTail, voice.list(silent))
    return [voice(.takenUp, mark, "\(all)", "\(all - missing.count)") + tail]
  }

  /// Targets that were missed, by name alone: 护理型床位占比、命名海岛地名未达标.
  private var behind: [String] {
    let names = digest.changes(.missed).filter { $0.confidence != .low && !$0.isMarked }.compactMap {
      $0.figures?.from.map(voice.name)
    }
    return names.isEmpty ? [] : [voice(.behind, voice.list(Array(names.prefix(2))))]
  }

  /// The heaviest changes in a few words each: tasks first, then a target that was missed.
  private func items(withMissed: Bool, after start: String = "") -> [String] {
    let figures = digest.changes(.missed, .revised).filter { withMissed || $0.kind == .revised }.compactMap(
      figure)
    // The last task gives way where it would push out the figure that readers look for first.
    let tail = [brevity].compactMap(\.self) + figures.prefix(2)
    let room = Page.width - Columns.width(start) - (tail.first.map { Columns.width($0) + 2 } ?? 0)
    let phrases = (1...3).reversed().map { phrase(tasks($0)) }
    let told = phrases.first { Columns.width($0) <= room } ?? phrases[2]
    return (told.isEmpty ? [] : [told]) + tail
  }

  /// 8项未提及，篇幅为上次9%，待核: what a short or damaged text leaves out is no news item by item.
  private var brevity: String? {
    guard let before = digest.predecessor?.meeting, before.length > 0 else { return nil }
    if meeting.priorities.isEmpty, !before.priorities.isEmpty { return voice(.noTasksHere) }
    let unnamed = digest.isOnlyBeside ? 0 : Counts(digest).unnamed
    let percent = "\(meeting.length * 100 / before.length)"
    return unnamed == 0 ? nil : voice(.briefStory, "\(unnamed)", percent)
  }

  /// So many tasks: the first of each kind before the second of any, then in the order of kinds.
  private func tasks(_ count: Int) -> [Change] {
    let order: [Change.Kind] = [
      .dropped, .newItem, .firstEver, .returned, .rankUp, .rankDown, .merged,
    ]
    let own = digest.changes.filter {
      ($0.relation == .previous || $0.relation == .chosen) && $0.subject == .priority && !$0.isMarked
        && ($0.kind != .dropped || $0.confidence != .low || digest.isOnlyBeside)
    }
    let ranked = order.enumerated().flatMap { place, kind in
      own.filter { $0.kind == kind }.enumerated().map { (nth: $0.offset, kind: place, change: $0.element) }
    }
    let chosen = ranked.sorted { ($0.nth, $0.kind) < ($1.nth, $1.kind) }.prefix(count)
    return chosen.sorted { ($0.kind, $0.nth) < ($1.kind, $1.nth) }.map(\.change)
  }

  /// 不再提基层治理、安全底线，新增银发经济: the verb of neighbours is said once.
  private func phrase(_ changes: some Sequence<Change>) -> String {
    var groups: [(verb: Phrase, names: [String])] = []
    var parts: [String] = []
    for change in changes {
      guard let (verb, name, rank) = task(change) else { continue }
      if let rank {
        groups.append((verb, []))
        parts.append(voice(verb, name, rank))
      } else if groups.last?.verb == verb {
        groups[groups.count - 1].names.append(name)
        parts[parts.count - 1] = voice(verb, voice.list(groups[groups.count - 1].names))
      } else {
        groups.append((verb, [name]))
        parts.append(voice(verb, name))
      }
    }
    return voice.list(parts, .comma)
  }

  /// What happened to a task, its short name, and its rank where that is the news.
  private func task(_ change: Change) -> (verb: Phrase, name: String, rank: String?)? {
    let name = short(change.to.first ?? change.from.first, change)
    let gone = short(change.from.first, change)
    let isBeside = digest.isOnlyBeside
    let rank = change.to.first?.rank.map(String.init) ?? ""
    switch change.kind {
    case .dropped: return (isBeside ? .verbThere : .verbDropped, gone, nil)
    case .newItem: return (isBeside ? .verbHere : .verbNew, name, nil)
    case .firstEver: return (.verbFirst, name, nil)
    case .returned: return (.verbReturned, name, nil)
    case .merged: return (.verbMerged, name, nil)
    case .rankUp: return (.verbUp, name, rank)
    case .rankDown: return (.verbDown, name, rank)
    case .kept, .reworded, .split, .strengthUp, .strengthDown, .peerAhead, .peerOnly, .peerLack, .uptake,
      .uptakeMissing, .uptakeLocal, .leader, .newTerm, .lostTerm, .freqUp, .freqDown, .length, .structure,
      .figureUp, .figureDown, .figureSame, .targetUp, .targetDown, .targetSame, .met, .missed, .notDue,
      .unreported, .figureNew, .figureGone, .revised, .modifier, .incomparable:
      return nil
    }
  }

  private func short(_ evidence: Change.Evidence?, _ change: Change) -> String {
    Columns.cut(voice.short(evidence?.name ?? "", change.topic), to: 20)
  }

  private func figure(_ change: Change) -> String? {
    guard change.relation != .superior, change.confidence != .low, !change.isMarked, let pair = change.figures
    else {
      return nil
    }
    return change.kind == .missed ? missed(pair) : voice(.revisedName, voice.indicator(pair.indicator))
  }

  private func missed(_ pair: FigurePair) -> String? {
    guard let delta = pair.delta, let target = pair.from else { return nil }
    return voice(.missedBy, voice.name(target), voice.gap(delta, like: target.quantity))
  }

  private var unique: [String] {
    let only = digest.changes(.peerOnly).filter { !$0.isMarked }.map { short($0.to.first, $0) }
    return only.isEmpty ? [] : [voice(.onlyHere, voice.list(only))]
  }
}
