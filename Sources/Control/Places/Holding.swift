// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Records that may stand side by side: what is invented stays among itself.
///
/// Within a holding one meeting stands once; where it is told in a real report and in a paraphrase, the real
/// one counts.
struct Holding {
  let isInvented: Bool
  /// By date and id.
  let records: [Record]

  /// The holdings of some records, the real one first; empty ones are left out.
  static func all(_ records: [Record]) -> [Holding] {
    [false, true].map { invented in
      var best: [String: Record] = [:]
      for record in records where (record.provenance == .invented) == invented {
        if best[record.meeting.id]?.provenance != .report { best[record.meeting.id] = record }
      }
      let sorted = best.values.sorted { a, b in
        let (first, second) = (a.meeting.date, b.meeting.date)
        if let first, let second, first != second { return first < second }
        return (first == nil) != (second == nil) ? first == nil : a.meeting.id < b.meeting.id
      }
      return Holding(isInvented: invented, records: sorted)
    }.filter { !$0.records.isEmpty }
  }

  /// What a heading says of where the texts come from, or nothing for real reports.
  var note: String {
    if isInvented { return "｜虚构，仅供演示" }
    let paraphrases = records.count { $0.provenance == .paraphrase }
    return paraphrases == 0 ? "" : paraphrases == records.count ? "｜改写文本" : "｜含改写文本\(paraphrases)份"
  }

  /// Those of other records that are of its series, and invented as it is or not.
  func fellows(among others: [Record]) -> [Record] {
    let series = Set(records.map(\.meeting.series))
    return Holding.all(others).filter { $0.isInvented == isInvented }.flatMap(\.records)
      .filter { series.contains($0.meeting.series) }
  }

  /// The holdings of each series, by the series' name: a place has one for each sector and class.
  static func series(_ records: [Record]) -> [Holding] {
    Holding.all(records).flatMap { holding in
      Dictionary(grouping: holding.records, by: \.meeting.series).sorted { $0.key < $1.key }
        .map { Holding(isInvented: holding.isInvented, records: $0.value) }
    }
  }
}
