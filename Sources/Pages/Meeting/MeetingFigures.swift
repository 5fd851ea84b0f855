// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Digest
internal import FoundationEssentials
internal import Minutes

/// The figures of a meeting as tables: results with their plots over the years, and targets with what became
/// of them.
struct MeetingFigures {
  let digest: MeetingDigest
  private let series: [FigureSeries]

  init(digest: MeetingDigest, words: ComparingWords) {
    self.digest = digest
    let earlier = digest.baselines.history.map(\.meeting).filter { $0.id != digest.meeting.id }
    series = FigureSeries.all(in: earlier + [digest.meeting], words: words)
  }

  private var voice: Voice { digest.voice }
  private var language: Language { voice.language }

  private func changes(_ kinds: [Change.Kind]) -> [Change] {
    let own = digest.changes.filter {
      $0.subject == .figure && ($0.relation == .previous || $0.relation == .chosen)
    }
    return kinds.flatMap { kind in own.filter { $0.kind == kind } }
  }

  // MARK: - Results

  /// What both reports tell, revisions first, then what is told anew.
  var movements: SheetTable? {
    let told = changes([.revised, .figureUp, .figureDown, .figureSame, .modifier, .incomparable, .figureNew])
      .filter { $0.figures?.to?.aspect != .target }
    let rows = told.compactMap(movement)
    return rows.isEmpty ? nil : table(.figureCaption, [.indicator, .movement, .change, .years], rows)
  }

  private func movement(_ change: Change) -> [[Inline]]? {
    guard let pair = change.figures, let new = pair.to else { return nil }
    let path = pair.from.map { voice.path($0, new) } ?? voice.text(new)
    return [name(new), .text(path), self.change(change, pair), plot(new)]
  }

  private func change(_ change: Change, _ pair: FigurePair) -> [Inline] {
    let difference =
      pair.delta == 0 ? nil : pair.to.flatMap { to in pair.delta.map { voice.delta($0, like: to.quantity) } }
    let isRelative = pair.to?.quantity.dimension == .percent || pair.delta == 0
    let percent = isRelative ? nil : pair.percent.map(voice.percent)
    let size = [difference, percent].compactMap(\.self).joined(separator: "，")
    let note = pair.note.map(voice.note)
    return [.mark(voice.label(change, in: digest))] + (size.isEmpty ? [] : [.text(" " + size)])
      + (note.map { [.faint(" " + $0)] } ?? [])
  }

  /// The name with the time that the figure belongs to.
  private func name(_ figure: Figure) -> [Inline] {
    [.text(voice.name(figure))] + (figure.period.map { [.faint(" \($0.rawValue)")] } ?? [])
  }

  private func plot(_ figure: Figure) -> [Inline] {
    let own = series.first { series in
      (series.results + series.targets).contains { $0.figure == figure && $0.meeting == digest.meeting.id }
    }
    guard let plot = own?.plot(targetWord: PageWord.targetWord(language)), plot.years != nil else {
      return []
    }
    return [.plot(plot)]
  }

  /// What the report before told and this one does not, as the head of the section counts it.
  var gone: [Block] {
    let told = digest.goneFigures.compactMap(\.figures?.from).map { [Inline.text(voice.told($0))] }
    return told.isEmpty ? [] : [.rows([Block.Row(PageWord.gone(language), told)])]
  }

  /// The figures of a meeting that has no earlier one to be compared with.
  var record: SheetTable? {
    let rows = digest.meeting.figures.map { figure -> [[Inline]] in
      let mark: [Inline] = figure.aspect == .target ? [.mark(PageWord.targetWord(language) + " ")] : []
      return [mark + name(figure), .text(voice.text(figure)), .text(voice.place(figure.excerpt))]
    }
    return rows.isEmpty ? nil : table(.recordCaption, [.indicator, .value, .place], rows)
  }

  // MARK: - Targets

  /// What the last report set, then what earlier ones set and is answered now, which the head does not count.
  var targets: [SheetTable] {
    let all = changes([.missed, .met, .unreported, .notDue])
    return [
      targets(.targetCaption, all.filter { !$0.isOfOlderTarget }),
      targets(.olderTargetCaption, all.filter(\.isOfOlderTarget)),
    ].compactMap(\.self)
  }

  /// What is not met first: that is what readers look for.
  private func targets(_ caption: PageWord, _ changes: [Change]) -> SheetTable? {
    let rows = changes.compactMap(target)
    return rows.isEmpty ? nil : table(caption, [.target, .result, .verdict, .next], rows)
  }

  private func target(_ change: Change) -> [[Inline]]? {
    guard let pair = change.figures, let target = pair.from else { return nil }
    let result = pair.to.map { voice.text($0) } ?? "—"
    let rate = change.rate.map { " " + Amounts.share($0) }
    let source = digest.bulletin(of: change).map { " " + $0.published.description + " 公报" }
    return [
      [.text(voice.told(target))] + (target.period.map { [.faint(" \($0.rawValue)")] } ?? []),
      [.text(result)] + (source.map { [.faint($0)] } ?? []),
      [.mark(voice.label(change, in: digest))] + (rate.map { [.text($0)] } ?? []),
      .text(change.nextTarget.map { voice.text($0.quantity) } ?? ""),
    ]
  }

  private func table(_ caption: PageWord, _ header: [PageWord], _ rows: [[[Inline]]]) -> SheetTable {
    SheetTable(caption: caption(language), header: header.map { $0(language) }, rows: rows, shape: .cards)
  }
}
