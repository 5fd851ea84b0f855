// SPDX-License-Identifier: Apache-2.0

package import Diff
package import Minutes

/// All that is told of one meeting: what it says, what it was compared with, what changed.
///
/// One meeting, one digest, with up to three sections: the superior's, the previous meeting's, the peers'.
/// Outputs render it; the archive keeps its JSON.
package struct MeetingDigest: Sendable, Hashable {
  package let record: Record
  package let baselines: Baselines
  /// In the order in which they are told and numbered.
  package var changes: [Change]
  /// `<rules number>+<12 hex over the loaded tables>`.
  package var rules: String
  /// 16 hex digits: the same inputs give the same id on any machine.
  package var id: String
  /// False where two texts were given to be compared: then nothing is said of what the archive holds or
  /// lacks.
  package var isFromArchive: Bool
  /// The digest that this one replaces, and why; nil for a first telling.
  package var correction: Correction?

  /// What says its sentences; no part of its id, since the facts are the same in all languages.
  package var voice = Voice.chinese

  /// The language it is told in.
  package var language: Language {
    get { voice.language }
    set { voice = voice.speaking(newValue) }
  }

  /// Where each peer has each task; empty where an earlier meeting is told of instead.
  package var peerPlaces: [PeerPlace] = []

  /// The weakest of the texts that were used: what is compared with an invented one is no report.
  private(set) var provenance = Provenance.report

  /// Every record by its meeting's id: each entry asks for some, and making thirty ids anew for each question
  /// took a third of the time of a whole digest.
  private var known: [String: Record] = [:]

  /// Orders the changes and names the digest; `hash` is SHA-256, which a pure target does not have.
  package init(
    record: Record, baselines: Baselines, changes: [Change], rules: String, isFromArchive: Bool = true,
    hash: ([UInt8]) -> [UInt8]
  ) {
    self.isFromArchive = isFromArchive
    self.record = record
    self.baselines = baselines
    self.rules = rules
    let changes = Self.marked(changes, baselines.marks)
    self.changes = Self.ordered(changes)
    id = DigestIdentifier.of(
      record, baselines, rules, marked: changes.filter(\.isMarked).map(\.insignificance), hash)
    let used = [record] + compared.map(\.record)
    provenance = Self.weakest(used)
    let records = used + baselines.history
    known = Dictionary(records.map { ($0.meeting.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package var meeting: Meeting { record.meeting }

  private static func weakest(_ records: [Record]) -> Provenance {
    let all = records.map(\.provenance)
    return all.contains(.invented) ? .invented : all.contains(.paraphrase) ? .paraphrase : .report
  }

  /// The same changes; those that readers have called insignificant say so.
  private static func marked(_ changes: [Change], _ marks: [Insignificance]) -> [Change] {
    guard !marks.isEmpty else { return changes }
    let known = Set(marks)
    return changes.map { change in
      var change = change
      change.isMarked = known.contains(change.insignificance)
      return change
    }
  }

  /// The heaviest first within a relation, what is marked last; equals stay in the detectors' order.
  private static func ordered(_ changes: [Change]) -> [Change] {
    // Places are sorted and not changes: each is weighed once, and none is copied on the way.
    let keys = changes.map { (order: order($0.relation), weight: Weight($0)) }
    return changes.indices.sorted { a, b in
      if keys[a].order != keys[b].order { return keys[a].order < keys[b].order }
      if keys[a].weight != keys[b].weight { return keys[a].weight > keys[b].weight }
      if changes[a].isMarked != changes[b].isMarked { return changes[b].isMarked }
      return a < b
    }.map { changes[$0] }
  }

  private static func order(_ relation: Relation) -> Int {
    switch relation {
    case .superior: 0
    case .previous: 1
    case .chosen: 2
    case .peer: 3
    case .none: 4
    }
  }
}

extension MeetingDigest {
  /// The same digest, told by another voice.
  package func told(by voice: Voice) -> MeetingDigest {
    var digest = self
    digest.voice = voice
    return digest
  }

  /// The same digest, told in another language.
  package func told(in language: Language) -> MeetingDigest {
    var digest = self
    digest.language = language
    return digest
  }

  /// The id of an entry: 0 is the digest, 1 … its changes in the order they are told.
  package func entryID(_ number: Int) -> String { "\(id)-\(number < 10 ? "0" : "")\(number)" }

  /// The first eight digits, as people quote them.
  package var shortID: String { String(id.prefix(8)) }

  /// The relation that counts are told for, and the records compared with under it.
  package var primary: (relation: Relation, records: [Record]) {
    if let previous = baselines.previous { return (.previous, [previous]) }
    if let superior = baselines.superiors.first { return (.superior, [superior]) }
    if !baselines.peers.isEmpty { return (.peer, baselines.peers) }
    if let chosen = baselines.chosen { return (.chosen, [chosen]) }
    return (.none, [])
  }

  /// Every record compared with, each once: previous, superior, peers, chosen.
  package var compared: [(relation: Relation, record: Record)] {
    (baselines.previous.map { [(.previous, $0)] } ?? [])
      + (baselines.superiors.first.map { [(.superior, $0)] } ?? [])
      + baselines.peers.map { (.peer, $0) }
      + (primary.relation == .chosen ? baselines.chosen.map { [(.chosen, $0)] } ?? [] : [])
  }

  /// The meeting before this one, of the series or chosen for want of one.
  package var predecessor: Record? {
    baselines.previous ?? (primary.relation == .chosen ? baselines.chosen : nil)
  }

  /// The record with a meeting's id: its own, one compared with, or an older one of the series.
  package func record(of id: String) -> Record? { known[id] }

  /// The bulletin that a change rests on, where the meeting's own report is silent.
  package func bulletin(of change: Change) -> Bulletin? {
    let hashes = change.to.compactMap(\.excerpt.document)
    return hashes.isEmpty ? nil : baselines.bulletins.first { hashes.contains($0.document.sha256) }
  }

  /// The document that an excerpt of this meeting's side stands in, a bulletin's included.
  package func document(of excerpt: Excerpt) -> Document? {
    let bulletin = excerpt.document.flatMap { hash in
      baselines.bulletins.first { $0.document.sha256 == hash }
    }
    return bulletin?.document ?? record.document(of: excerpt)
  }

  /// True where the only meeting to compare with is another place's, or one of another class: then nothing is
  /// new, gone or moved, but only said in one and not in the other.
  package var isOnlyBeside: Bool {
    guard primary.relation == .chosen, let other = baselines.chosen?.meeting else { return false }
    return !meeting.isOfSeries(of: other)
  }

  /// The plan year of a meeting compared with, history included.
  func year(of id: String) -> Int? {
    record(of: id)?.meeting.planYear
  }

  /// The changes of some kinds and, where given, of one relation and about one subject.
  func changes(_ kinds: Change.Kind..., of relation: Relation? = nil, about subject: Change.Subject? = nil)
    -> [Change]
  {
    changes.filter {
      kinds.contains($0.kind) && (relation == nil || $0.relation == relation)
        && (subject == nil || $0.subject == subject)
    }
  }

  /// True where there was an earlier meeting to compare with and nothing differs.
  package var isUnchanged: Bool {
    (primary.relation == .previous || primary.relation == .chosen)
      && changes.allSatisfy { [.kept, .figureSame, .targetSame, .uptake].contains($0.kind) }
  }
}
