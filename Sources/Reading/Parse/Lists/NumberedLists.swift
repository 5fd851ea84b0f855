// SPDX-License-Identifier: Apache-2.0

/// Makes lists of markers: counts that begin at one and go on, the outermost only.
///
/// A list inside an item stays in that item's body. Two or more parts of a report under 一、 and 二、 are no
/// list but its sections, and what they hold counts as outermost.
struct NumberedLists {
  let text: CleanText
  let paragraphs: [Range<Int>]
  let words: ListWords

  /// The outermost lists in order.
  func lists() -> [Enumeration] {
    let markers = MarkerScanner(text: text, words: words).markers(in: paragraphs)
    let series = Self.series(of: markers).filter { !isSections($0) }
    let ends = ItemEnds(text: text, paragraphs: paragraphs, words: words, markers: markers)
    return outermost(series, ends).map(enumeration)
  }

  /// The runs of markers of one style that count on from one another.
  ///
  /// One number may be missing: a damaged byte or a line that was cut must not end the list.
  static func series(of markers: [Marker]) -> [[Marker]] {
    var runs: [[Marker]] = []
    var open: [Marker.Style: Int] = [:]
    for marker in markers {
      if !marker.opensClause, let run = open[marker.style], runs[run].last?.paragraph == marker.paragraph {
        continue
      }
      if let run = open[marker.style], let next = continued(runs[run], by: marker) {
        runs[run].append(next)
      } else if marker.number == 1 || marker.style == .bullet {
        open[marker.style] = runs.count
        runs.append([marker])
      }
    }
    return runs.filter { $0.count >= $0[0].style.least && ($0[0].opensClause || goesOnBeside($0[0], $0[1])) }
  }

  private static func goesOnBeside(_ first: Marker, _ second: Marker) -> Bool {
    second.number == 2 && second.paragraph == first.paragraph
  }

  private static func continued(_ run: [Marker], by marker: Marker) -> Marker? {
    guard let last = run.last else { return nil }
    var next = marker
    switch marker.style {
    case .bullet:
      // A bullet far below the last is of another list.
      return marker.paragraph - last.paragraph <= 2 ? marker : nil
    default:
      if marker.number == Marker.last { next.number = last.number + 1 }
      let isNext = (1...2).contains(next.number - last.number)
      return isNext && (marker.number != Marker.last || run.count > 1) ? next : nil
    }
  }

  /// True where the heads name parts of the report: 一、2023年工作回顾 二、2024年重点任务.
  private func isSections(_ run: [Marker]) -> Bool {
    guard run.allSatisfy(\.opensParagraph) else { return false }
    let titles = run.count { marker in
      let line = marker.content..<paragraphs[marker.paragraph].upperBound
      return line.count <= 40 && words.stands(.section, in: text, line)
    }
    return titles * 2 >= run.count && titles >= 1 && run.count <= 6
  }

  /// The runs that do not begin inside another, each with its end.
  private func outermost(_ series: [[Marker]], _ ends: ItemEnds) -> [(run: [Marker], end: Int)] {
    var kept: [(run: [Marker], end: Int)] = []
    for run in series.sorted(by: { $0[0].label.lowerBound < $1[0].label.lowerBound }) {
      if let outer = kept.last, run[0].label.lowerBound < outer.end { continue }
      kept.append((run, ends.end(ofLastIn: run)))
    }
    return kept
  }

  /// 、 parts an item from the next; 。 and ； belong to it.
  private func withoutPause(_ item: Range<Int>) -> Range<Int> {
    item.last.map { text.scalars[$0] == Marks.pause } == true ? item.dropLast() : item
  }

  private func enumeration(_ run: [Marker], _ last: Int) -> Enumeration {
    let items = run.indices.map { place in
      let end = place + 1 < run.count ? run[place + 1].label.lowerBound : last
      return Enumeration.Item(
        label: run[place].label, text: withoutPause(text.trimmed(run[place].content..<end)))
    }
    let start = run[0].label.lowerBound
    let lead = Lead(text: text, paragraphs: paragraphs)
    return Enumeration(
      form: run[0].style == .bullet ? .bulleted : .numbered, items: items,
      lead: lead.range(before: start, in: run[0].paragraph), floor: lead.floor(before: start))
  }
}
