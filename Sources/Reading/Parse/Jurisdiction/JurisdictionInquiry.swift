// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Minutes

/// One report's evidence, asked in order of strength; what a step does not ask for is not weighed.
final class JurisdictionInquiry {
  /// By how much the best place of the context must lead the next.
  private static let lead = 1.3
  /// What share of all that is said of a division one below it must hold to be meant instead.
  private static let share = 0.5

  let report: JurisdictionReport
  let divisions: DivisionTable
  let year: Int?
  /// What the report calls its division where the first clause that tells of the meeting says it: 全市.
  private lazy var leadUnit = meetingUnits.first ?? nil
  /// The same, wherever it is said.
  private lazy var unit = meetingUnits.lazy.compactMap(\.self).first ?? Self.unit(of: report)
  private lazy var meetingUnits = report.meetingClauses.map { $0.clause.scope(before: $0.meeting) }
  private lazy var votes = countedVotes()

  init(report: JurisdictionReport, divisions: DivisionTable, year: Int?) {
    self.report = report
    self.divisions = divisions
    self.year = year
  }

  private func countedVotes() -> PlaceVotes {
    var votes = PlaceVotes(divisions: divisions, year: year)
    for clause in report.title { votes.count(clause, factor: 2) }
    for clause in report.paragraphs.joined() { votes.count(clause, factor: 1) }
    for clause in report.credits { votes.count(clause, factor: 2) }
    for clause in report.fileName { votes.hint(clause) }
    votes.close(calling: unit)
    return votes
  }

  /// The unit of 全市 in the headline, else of the organs and officials first named.
  private static func unit(of report: JurisdictionReport) -> DivisionUnit? {
    if let unit = report.title.lazy.flatMap(\.uncited).compactMap(\.scope).first { return unit }
    let body = report.paragraphs.joined().flatMap(\.tokens)
    // A nation's organ or scope in running text is named for its spirit, hardly ever as one's own.
    return body.lazy.compactMap(\.weakUnit).first ?? body.lazy.compactMap(\.scope).first { $0 != .nation }
  }
}

// MARK: The steps

extension JurisdictionInquiry {
  /// By the name of the meeting or by its host.
  func direct() -> Jurisdiction? {
    for (clause, meeting, before) in report.meetingClauses {
      let name = clause.name(of: meeting)
      let scope = clause.scope(before: meeting) ?? leadUnit
      // Where the first clause says 全市, a later 全省 names a meeting that went before.
      if let leadUnit, scope != leadUnit { continue }
      if let row = first(in: name, scope) { return found(row, .meetingName) }
      if scope == .nation, let nation = nation { return found(nation, .meetingName) }
      let host = clause.host(of: meeting)
      if let row = first(in: host, scope) { return found(row, .host) }
      if scope == nil, host.contains(where: { $0.role == .nation }), let nation {
        return found(nation, .host)
      }
      for earlier in before.reversed() where earlier.meeting == nil {
        if let row = first(in: earlier.tokens.prefix(1), scope, acting: true) { return found(row, .host) }
      }
    }
    return nil
  }

  /// By a place that opens the headline: 云岫：八项任务织密民生保障网.
  func headline() -> Jurisdiction? {
    for clause in report.title {
      guard let token = clause.tokens.first, token.range.lowerBound == clause.range.lowerBound,
        let place = token.place, !place.isByname,
        place.acting || token.range.upperBound == clause.range.upperBound || place.named
      else { continue }
      if let row = resolve(place, unit) { return found(row, .headline) }
    }
    return nil
  }

  /// By what the report calls its division and the places that it names.
  func context() -> Jurisdiction? {
    if unit == .nation { return nation.map { found($0, .context) } }
    let fitting = votes.totals.filter { row, _ in
      unit.map { divisions.fits(row, $0) } ?? (divisions.rows[row].level != .national)
    }
    let ranked = fitting.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    guard let best = ranked.first else { return nil }
    let rival = ranked.first { !isLine($0.key, best.key) }
    if let rival, best.value < rival.value * Self.lead { return nil }
    return found(descend(to: ranked.map(\.key).filter { isLine($0, best.key) }), .context)
  }

  /// Whether one of two rows lies in the other.
  private func isLine(_ one: Int, _ other: Int) -> Bool {
    divisions.chain(of: one, in: year).contains(other) || divisions.chain(of: other, in: year).contains(one)
  }

  /// 全市 may be a city's or that of a city in it, 全区 a region's or a district's: from the highest of a line
  /// down, as long as one division below holds half of what is said.
  private func descend(to line: [Int]) -> Int {
    let down = line.sorted {
      (divisions.chain(of: $0, in: year).count, $0) < (divisions.chain(of: $1, in: year).count, $1)
    }
    return down.dropFirst().reduce(down[0]) { row, next in
      divisions.chain(of: next, in: year).contains(row) && votes.below(next) >= votes.below(row) * Self.share
        ? next : row
    }
  }

  /// By the file's name and its sub-folders, nearest to the file first.
  func fileName() -> Jurisdiction? {
    for place in report.fileName.flatMap(\.tokens).reversed().compactMap(\.place) {
      if let row = resolve(place, unit) { return found(row, .fileName) }
    }
    return nil
  }
}

// MARK: Resolving

extension JurisdictionInquiry {
  private var nation: Int? { divisions.row(of: 0, in: year) }

  private func found(_ row: Int, _ evidence: Jurisdiction.Evidence) -> Jurisdiction {
    Jurisdiction(division: divisions.division(at: row, in: year), evidence: evidence)
  }

  private func first(in tokens: ArraySlice<PlaceToken>, _ scope: DivisionUnit?, acting: Bool = false) -> Int?
  {
    for case let place? in tokens.lazy.map(\.place) where !place.venue && !place.isByname {
      if place.acting || !acting, let row = resolve(place, scope) { return row }
    }
    return nil
  }

  /// The row that a place means where the text speaks of `scope`, or nil.
  private func resolve(_ place: PlaceToken.Place, _ scope: DivisionUnit?) -> Int? {
    guard let scope else { return choose(place.rows) }
    let fitting = place.rows.filter { divisions.fits($0, scope) }
    if !fitting.isEmpty { return choose(fitting) }
    // A city that hosts a meeting of the province speaks for the province.
    let above = place.rows.flatMap { divisions.chain(of: $0, in: year).dropFirst() }.filter {
      divisions.fits($0, scope)
    }
    return Set(above).count == 1 ? above.first : nil
  }

  /// Of several divisions the one that the report speaks for, then what its organs call it, then the higher
  /// level.
  private func choose(_ rows: [Int]) -> Int? {
    if rows.count == 1 { return rows[0] }
    let called = unit.map { unit in rows.filter { divisions.fits($0, unit) } } ?? []
    let rows = called.isEmpty ? rows : called
    if rows.count == 1 { return rows[0] }
    let ranked = rows.sorted { (rank($0), $1) > (rank($1), $0) }
    return rank(ranked[0]) > rank(ranked[1]) ? ranked[0] : nil
  }

  private func rank(_ row: Int) -> Double {
    let level =
      switch divisions.rows[row].level {
      case .national: 0.3
      case .province: 0.2
      case .prefecture: 0.1
      case .county: 0.0
      }
    return votes.around(row) + level
  }
}
