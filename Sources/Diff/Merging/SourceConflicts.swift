// SPDX-License-Identifier: Apache-2.0

internal import struct FoundationEssentials.Decimal
package import Minutes

/// Where two reports of one meeting contradict each other.
///
/// Silence contradicts nothing, nor does a rounded number. Only what each report says once and for the same
/// period is set against the other: a report that gives 床位 for the city and for a district has two of that
/// name.
extension Comparer {
  /// Where a report contradicts the others of its meeting; the fuller one of two stands first.
  package func conflicts(of sha256: String, among accounts: [Account]) -> [SourceConflict] {
    guard let place = accounts.firstIndex(where: { $0.document.sha256 == sha256 }) else { return [] }
    return accounts[..<place].flatMap { conflicts(between: $0, and: accounts[place]) }
      + accounts[(place + 1)...].flatMap { conflicts(between: accounts[place], and: $0) }
  }

  func conflicts(between one: Account, and other: Account) -> [SourceConflict] {
    guard one.document.sha256 != other.document.sha256 else { return [] }
    let values = otherValues(one, other)
    let amended = amendedValues(one, other) + amendedValues(other, one)
    return values + amended.filter { !values.contains($0) } + (otherOrder(one, other).map { [$0] } ?? [])
  }

  /// Where the second report says what cannot be right beside what a person has put right in the first.
  private func amendedValues(_ one: Account, _ other: Account) -> [SourceConflict] {
    guard one.meeting.isAmended else { return [] }
    let keyed = KeyedFigures(words: words)
    let theirs = other.meeting.figures.map { FigureClaim(Meeting.FigureSlot($0), keyed) }
    return one.meeting.figureSlots.filter(\.isByHand).compactMap { slot in
      let mine = FigureClaim(slot, keyed)
      guard let found = theirs.first(where: mine.contradicts) else { return nil }
      var conflict = conflict(other, one, found.slot.figure, slot.figure)
      conflict.personsWord = slot.isRemoved ? .removed : .putRight
      return conflict
    }
  }

  private func otherValues(_ one: Account, _ other: Account) -> [SourceConflict] {
    let (mine, theirs) = (one.meeting.figures, other.meeting.figures)
    let keyed = KeyedFigures(words: words)
    let (keys, others) = (mine.map(keyed.key), theirs.map(keyed.key))
    return mine.indices.compactMap { i in
      guard keys[i].period != nil, keys.count(where: { same($0, keys[i]) }) == 1,
        let j = only(others, keys[i]), !SameFigure.agree(mine[i].quantity, theirs[j].quantity)
      else { return nil }
      return conflict(one, other, mine[i], theirs[j])
    }
  }

  private func same(_ a: FigureKey, _ b: FigureKey) -> Bool { a.isOfOneKind(with: b) && a.period == b.period }

  private func only(_ keys: [FigureKey], _ key: FigureKey) -> Int? {
    let places = keys.indices.filter { same(keys[$0], key) }
    return places.count == 1 ? places[0] : nil
  }

  private func conflict(_ one: Account, _ other: Account, _ a: Figure, _ b: Figure) -> SourceConflict {
    if a.original != nil, b.original == nil { return conflict(other, one, b, a) }
    let pair = FigurePair(
      kind: .revised, indicator: a.indicator, unit: a.quantity.unit, from: a, to: b,
      delta: a.quantity.value.flatMap { x in b.quantity.value.map { $0 - x } },
      confidence: min(a.confidence, b.confidence))
    var conflict = SourceConflict(
      from: Change.Evidence(meeting: one.meeting.id, excerpt: a.excerpt),
      to: Change.Evidence(meeting: other.meeting.id, excerpt: b.excerpt),
      fromDocument: one.document, toDocument: other.document, figures: pair)
    conflict.personsWord = a.original == nil && b.original != nil ? .putRight : nil
    return conflict
  }

  /// The first task that stands at another place among those that both reports have, as they are read.
  ///
  /// A place that a person gave a task is no report's word; where both lists stand in one order by it, there is
  /// nothing left to tell.
  private func otherOrder(_ one: Account, _ other: Account) -> SourceConflict? {
    let (mine, theirs) = (one.meeting.withTasksAsRead, other.meeting.withTasksAsRead)
    guard let moved = firstMove(from: mine, to: theirs),
      !one.meeting.isAmended && !other.meeting.isAmended
        || firstMove(from: one.meeting.withoutRulings, to: other.meeting.withoutRulings) != nil,
      let from = evidence(moved.from[0], mine), let to = evidence(moved.to[0], theirs)
    else { return nil }
    return SourceConflict(from: from, to: to, fromDocument: one.document, toDocument: other.document)
  }

  private func firstMove(from one: Meeting, to other: Meeting) -> PriorityLink? {
    PriorityLinks(from: one, to: other, as: .previous, words: words).links.first(where: isSureMove)
  }

  /// A task that is surely the same one, at a place that nothing added or left out explains.
  private func isSureMove(_ link: PriorityLink) -> Bool {
    link.moved && link.from.count == 1 && link.to.count == 1 && link.similarity ?? 0 >= 0.5
  }

  private func evidence(_ rank: Int, _ meeting: Meeting) -> Change.Evidence? {
    meeting.priorities.first { $0.rank == rank }.map {
      Change.Evidence(
        meeting: meeting.id, excerpt: $0.excerpt, rank: $0.rank, head: $0.head, name: words.name(of: $0.head))
    }
  }
}
