// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import Minutes

/// Targets of older reports that are answered now: a target lives until its due date, over all reports of
/// the series.
///
/// 到2025年底前改造敬老院400所 was set in 2023 and not named in 2024; that 436 are done, as the report of 2025 says,
/// meets it a year early. What an earlier report has answered, or a later one set anew, is not told again.
enum OpenTargets {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    guard side.relation == .previous, let year = side.meeting.reviewYear else { return [] }
    let reports = side.earlier + [side.baseline]
    return reports.indices.flatMap { place in
      let later = Array(reports[(place + 1)...])
      return targets(of: reports[place], due: year).compactMap { target in
        change(target, of: reports[place], later, year, side)
      }
    }
  }

  /// Those that reach beyond the plan of their own report and are not past: what is due within it is the next
  /// report's to answer.
  private static func targets(of report: Meeting, due year: Int) -> [Figure] {
    report.figures.filter { figure in
      guard figure.aspect == .target, let due = figure.period?.lastYear, let plan = report.planYear else {
        return false
      }
      return due > plan && due >= year
    }
  }

  private static func change(
    _ target: Figure, of report: Meeting, _ later: [Meeting], _ year: Int, _ side: Comparing
  ) -> Change? {
    let key = FigureKey(target, words: side.words)
    let isClosed = later.contains { next in
      next.figures.contains { other in
        let new = FigureKey(other, words: side.words)
        if new.isTarget { return new.isOfOneKind(with: key) && new.period == key.period }
        return isMet(target, key, by: other, new, next.reviewYear)
      }
    }
    guard !isClosed else { return nil }
    let result = side.meeting.figures.first {
      isMet(target, key, by: $0, FigureKey($0, words: side.words), year)
    }
    guard let result, let goal = target.quantity.value, let reached = result.quantity.value else {
      return nil
    }
    let early = (target.period?.lastYear ?? year) > year
    let pair = FigurePair(
      kind: .met, indicator: result.indicator, unit: result.quantity.unit, from: target, to: result,
      delta: reached - goal,
      confidence: min(target.confidence, result.confidence), note: early ? .metEarly : nil)
    var change = FigureChange.make(.met, pair, in: side, rule: "open-targets")
    change.from = [Change.Evidence(meeting: report.id, excerpt: target.excerpt)]
    change.scope = report.planYear.map { "\($0)年提出" }
    return change
  }

  /// A yearly number never answers a target over years; a running total, a share or a stock does.
  private static func isMet(
    _ target: Figure, _ key: FigureKey, by figure: Figure, _ result: FigureKey, _ year: Int?
  ) -> Bool {
    guard !result.isTarget, figure.period?.lastYear == year, key.countsAlike(result),
      !key.contradicts(result),
      result.measure == .cumulative || (result.measure == key.measure && key.measure == .share),
      key.likeness(result) >= Thresholds.openTarget
    else { return false }
    return Verdict.isMet(target: target.quantity, result: figure.quantity) == true
  }
}

extension Meeting {
  /// The last year that the report looks back on: the one before its plan.
  var reviewYear: Int? { reviewPeriods.compactMap(\.lastYear).max() ?? planYear.map { $0 - 1 } }
}
