// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

/// What became of the priorities since the last meeting.
struct PrioritySection {
  private let digest: MeetingDigest
  private let voice: Voice
  private let last: String

  static func make(_ digest: MeetingDigest) -> Section? {
    guard let before = digest.predecessor?.meeting else { return nil }
    let section = PrioritySection(digest)
    // A report that lists no tasks is not told item by item what it does not list.
    let isSilent = digest.meeting.priorities.isEmpty && !before.priorities.isEmpty
    return isSilent ? Section(section.silence(before)) : Section(section.head(before), section.rows)
  }

  private init(_ digest: MeetingDigest) {
    self.digest = digest
    voice = digest.voice
    last = digest.primary.relation == .chosen ? voice(.chosenSide) : voice.last(digest)
  }

  private var rows: [Section.Row] {
    [
      row(new, .newItem, told(.newItem).map(added)),
      row(.returned, .returned, told(.returned).map(returned)),
      dropped(gone, told(.dropped).filter { !isUnsure($0) }),
      dropped(.unnamed, told(.dropped).filter(isUnsure)),
      row(.merged, .merged, told(.merged).map(merged)), row(.split, .split, told(.split).map(split)),
      row(.up, .rankUp, told(.rankUp).map(moved)), row(.down, .rankDown, told(.rankDown).map(moved)),
      row(.reworded, .reworded, told(.reworded).map(reworded)),
      row(.strength, .strengthUp, (told(.strengthUp) + told(.strengthDown)).filter(isInBody).map(pushed)),
      Section.Row(label: voice(.kept), items: told(.kept).map(kept), keep: Weight.keep(.kept)),
    ]
  }

  /// Beside another place nothing came and nothing went: one text has it and the other has not.
  private var new: Phrase { digest.isOnlyBeside ? .hereAlone : .added }
  private var gone: Phrase { digest.isOnlyBeside ? .thereAlone : .dropped }

  /// Side by side, that the one text lacks what the other has is a plain fact, whatever it means.
  private func isUnsure(_ change: Change) -> Bool { change.confidence == .low && !digest.isOnlyBeside }

  private func silence(_ before: Meeting) -> String {
    voice(.priorityHead, "0", last, "\(before.priorities.count)") + voice(.headCounts, voice(.noTasksHere))
  }

  private func head(_ before: Meeting) -> String {
    let counts = Counts(digest)
    let unnamed = digest.isOnlyBeside ? 0 : counts.unnamed
    let (mine, theirs) = ("\(digest.meeting.priorities.count)", "\(before.priorities.count)")
    let parts: [(Phrase, Int)] = [
      (new, counts.added), (.returned, counts.returned), (gone, counts.dropped - unnamed),
      (.unnamed, unnamed),

      (.merged, counts.merged), (.split, counts.split), (.reworded, counts.reworded), (.kept, counts.kept),
    ]
    let told = parts.filter { $0.1 > 0 }.map { voice(.count, voice($0.0), "\($0.1)") }
    let start =
      digest.baselines.superiors.isEmpty || digest.primary.relation == .chosen
      ? voice(.priorityHead, mine, last, theirs)
      : voice(.againstHead, last, voice.date(before), mine, theirs)
    return start + (told.isEmpty ? "" : voice(.headCounts, voice.list(told, .countGap)))
      + (digest.isUnchanged ? voice(.headUnchanged) : "")
  }

  private func row(_ label: Phrase, _ kind: Change.Kind, _ items: [String]) -> Section.Row {
    Section.Row(label: voice(label), items: items, keep: Weight.keep(kind), apart: true, kind: kind)
  }

  private func told(_ kind: Change.Kind) -> [Change] {
    digest.changes(kind, about: .priority).filter { $0.relation == .previous || $0.relation == .chosen }
      .sorted {
        ($0.to.first?.rank ?? $0.from.first?.rank ?? 0) < ($1.to.first?.rank ?? $1.from.first?.rank ?? 0)
      }
  }

  private func item(_ change: Change) -> String { voice.item(change.to[0], topic: change.topic) }

  private func was(_ evidence: Change.Evidence) -> String { voice.item(evidence, mark: voice(.was, "")) }

  private func added(_ change: Change) -> String {
    item(change)
      + voice.bracket(change.scope.map { voice(.firstHere, voice.here(digest.meeting), voice.scope($0)) })
  }

  private func returned(_ change: Change) -> String {
    guard let last = change.lastSeen, let year = digest.meeting.planYear else { return item(change) }
    return item(change) + voice.bracket(voice(.returnedNote, "\(last)", "\(year - last)"))
  }

  private func dropped(_ label: Phrase, _ changes: [Change]) -> Section.Row {
    row(
      label, .dropped,
      changes.flatMap { change in
        let years = change.seen.map(\.year)
        let seen = years.count > 1 ? voice.bracket(voice(.hadBefore, voice.years(years))) : ""
        let doubt = isUnsure(change) ? voice.bracket(voice(.doubt)) : ""
        return [was(change.from[0]) + seen + doubt]
          + (change.stated.map { [voice(.statedReason, Names.quoted(Self.bare($0.text)))] } ?? [])
      })
  }

  private func merged(_ change: Change) -> String {
    let parts = change.from.map { voice(.was, "\($0.rank ?? 0) \($0.name ?? "")") }
    return item(change) + voice(.arrowBack) + voice.list(parts)
  }

  private func split(_ change: Change) -> String {
    was(change.from[0]) + voice(.arrowTo) + voice.list(change.to.map { voice.item($0) })
  }

  private func moved(_ change: Change) -> String {
    let older = change.seen.dropLast().last.map { voice(.rankIn, "\($0.year)", "\($0.rank)") }
    let same = change.wordingFrom == change.wordingTo ? voice(.sameHead) : nil
    let notes = [older, same].compactMap(\.self)
    return item(change) + voice(.arrowBack) + voice(.was, "\(change.from[0].rank ?? 0)")
      + (notes.isEmpty ? "" : voice.bracket(voice.list(notes, .semicolon)))
  }

  private func reworded(_ change: Change) -> String {
    let rank = change.to[0].rank.map { "\($0) " } ?? ""
    return rank + path(change)
  }

  /// The degree that changed is in the heads already where these are told as reworded.
  private func isInBody(_ change: Change) -> Bool {
    change.to.first?.head?.contains(change.wordingTo ?? "") != true
  }

  private func pushed(_ change: Change) -> String {
    (change.to.first?.rank.map { "\($0) " } ?? "") + path(change)
  }

  private func path(_ change: Change) -> String {
    let (old, new) = (change.wordingFrom ?? "", change.wordingTo ?? "")
    return Names.quoted(Columns.cut(old, to: 30)) + voice(.arrow) + Names.quoted(Columns.cut(new, to: 30))
  }

  private func kept(_ change: Change) -> String { item(change) }

  /// A quoted sentence without its own end mark and without “与往年相比，” before it.
  private static func bare(_ sentence: String) -> String {
    let text = sentence.hasSuffix("。") ? String(sentence.dropLast()) : sentence
    guard text.hasPrefix("与"), let comma = text.firstIndex(of: "，") else { return text }
    return String(text[text.index(after: comma)...])
  }
}
