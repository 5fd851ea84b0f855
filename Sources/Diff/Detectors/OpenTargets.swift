// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import Minutes

/// Targets of older reports that are answered now: a target lives until its due date, over all reports of
/// the series.
///
/// 到2025年底前改造敬老院400所 was set in 2023 and not named in 2024; that 436 are done, as the report of 2025 says,
/// meets it a year early. What an earlier report has answered, or a later one set anew, is not told again;
/// what is due now and short of its goal is missed, and what no report has answered by then is not reported.
/// A bulletin of the place answers like a report: before the last meeting it closes a target, after it its
/// words are the evidence.
enum OpenTargets {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    guard side.relation == .previous, let year = side.meeting.reviewYear else { return [] }
    let reports = side.earlier + [side.baseline]
    return reports.indices.flatMap { place in
      let later = Array(reports[(place + 1)...])
      return targets(of: reports[place], due: year, side).compactMap { target in
        change(target, of: reports[place], later, year, side)
      }
    }
  }

  /// Those that reach beyond the plan of their own report and are not past: what is due within it is the next
  /// report's to answer.
  private static func targets(of report: Meeting, due year: Int, _ side: Comparing) -> [KeyedFigures.Keyed] {
    side.keyed.of(report).filter { figure, key in
      guard key.isTarget, let due = figure.period?.lastYear, let plan = report.planYear else {
        return false
      }
      return due > plan && due >= year
    }
  }

  private static func change(
    _ keyed: KeyedFigures.Keyed, of report: Meeting, _ later: [Meeting], _ year: Int, _ side: Comparing
  ) -> Change? {
    let (target, key) = keyed
    let isClosed = later.contains { next in
      side.keyed.of(next).contains { other, new in
        if new.isTarget { return new.isOfOneKind(with: key) && new.period == key.period }
        return answers(target, key, by: other, new, next.reviewYear)
          && Verdict.isMet(target: target.quantity, result: other.quantity) == true
      }
    }
    guard !isClosed, !isClosedByBulletin(target, key, since: report, year, side) else { return nil }
    let figures = side.keyed.of(side.meeting) + side.bulletins.flatMap { told(in: $0, side) }
    let results = figures.filter { answers(target, key, by: $0.figure, $0.key, year) }.map(\.figure)
    let result = results.first { Verdict.isMet(target: target.quantity, result: $0.quantity) == true }
    if let result { return told(.met, target, result, of: report, year, side) }
    // What is not met yet may still be; only at its due date it is missed, or not reported.
    guard target.period?.lastYear == year, report.id != side.baseline.id else { return nil }
    guard let short = results.first else { return told(.unreported, target, nil, of: report, year, side) }
    return told(.missed, target, short, of: report, year, side)
  }

  /// True where a bulletin of before the last meeting had met it: that was told in its digest.
  private static func isClosedByBulletin(
    _ target: Figure, _ key: FigureKey, since report: Meeting, _ year: Int, _ side: Comparing
  ) -> Bool {
    guard let last = side.baseline.date, let set = report.date else { return false }
    return side.bulletins.filter { set < $0.published && $0.published < last }.contains { bulletin in
      told(in: bulletin, side).contains { other, new in
        answers(target, key, by: other, new, other.period?.lastYear)
          && Verdict.isMet(target: target.quantity, result: other.quantity) == true
      }
    }
  }

  private static func told(in bulletin: Bulletin, _ side: Comparing) -> [KeyedFigures.Keyed] {
    bulletin.figures.map { ($0, side.keyed.key(of: $0)) }
  }

  private static func told(
    _ kind: Change.Kind, _ target: Figure, _ result: Figure?, of report: Meeting, _ year: Int,
    _ side: Comparing
  ) -> Change {
    let kinds: [Change.Kind: FigurePair.Kind] = [.met: .met, .missed: .missed]
    var pair = FigurePair(
      kind: kinds[kind] ?? .unreported, indicator: (result ?? target).indicator,
      unit: (result ?? target).quantity.unit, from: target, to: result,
      confidence: min(target.confidence, result?.confidence ?? 1))
    if let goal = target.quantity.value, let reached = result?.quantity.value { pair.delta = reached - goal }
    if kind == .met, (target.period?.lastYear ?? year) > year { pair.note = .metEarly }
    var change = FigureChange.make(kind, pair, in: side, rule: "open-targets")
    change.from = [Change.Evidence(meeting: report.id, excerpt: target.excerpt)]
    change.scope = report.planYear.map { "\($0)年提出" }
    // A report that the archive lacks may have answered it.
    let isSure = SilenceWeight.counts(side) && Lineage(side).reach != nil
    if kind == .unreported, !isSure { change.confidence = .low }
    return change
  }

  /// A yearly number never answers a target over years; a running total, a share or a stock does.
  private static func answers(
    _ target: Figure, _ key: FigureKey, by figure: Figure, _ result: FigureKey, _ year: Int?
  ) -> Bool {
    guard !result.isTarget, figure.period?.lastYear == year, key.countsAlike(result),
      !key.contradicts(result),
      result.measure == .cumulative || (result.measure == key.measure && key.measure == .share),
      key.likeness(result) >= Thresholds.openTarget
    else { return false }
    return true
  }
}

extension Meeting {
  /// The last year that the report looks back on: the one before its plan.
  var reviewYear: Int? { reviewPeriods.compactMap(\.lastYear).max() ?? planYear.map { $0 - 1 } }
}
