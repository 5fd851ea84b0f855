// SPDX-License-Identifier: Apache-2.0

package import Digest

/// The page of arrivals: what became of each file, for those who have the share and no journal.
package enum ArrivalsSheet {
  /// `lines` latest first; `total` counts the older ones too; `renewed` is the time of the page.
  package static func make(
    _ lines: [ArrivalLine], total: Int, renewed: String, in language: Language
  ) -> Sheet {
    let header: [PageWord] = [.file, .time, .outcome, .story]
    let table = SheetTable(
      caption: PageWord.arrivalCaption(language, "\(lines.count)"), header: header.map { $0(language) },
      rows: lines.map { row($0, language) }, shape: .cards)
    let older = total - lines.count
    let rest = older > 0 ? [[Inline.text(PageWord.olderArrivals(language, "\(older)"))]] : []
    return Sheet(
      language: language, kicker: "minuted", headline: PageWord.arrivals(language),
      lead: [.text(PageWord.arrivalCount(language, "\(total)", renewed))],
      sections: lines.isEmpty ? [] : [Sheet.Section("arrivals", PageWord.latest(language), [.table(table)])],
      foot: rest)
  }

  private static func row(_ line: ArrivalLine, _ language: Language) -> [[Inline]] {
    let marks = line.outcomes.map { label($0.event)(language) }
    let once = marks.enumerated().filter { !marks[..<$0.offset].contains($0.element) }.map(\.element)
    let state = line.isContainer ? PageWord.container : .waiting
    let stories = line.outcomes.enumerated().flatMap { place, outcome -> [Inline] in
      let story = outcome.page.map { Inline.link(outcome.story, to: $0) } ?? .text(outcome.story)
      return (place > 0 ? [.text("　")] : []) + [story]
    }
    return [
      .text(line.file), [.faint(line.time)],
      [.mark(once.isEmpty ? state(language) : once.joined(separator: "·"))], stories,
    ]
  }

  private static func label(_ event: String) -> PageWord {
    switch event {
    case "digest", "correction": .wasTold
    case "duplicate": .wasDuplicate
    case "rejected": .wasRejected
    default: .wasSource
    }
  }
}
