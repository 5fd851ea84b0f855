// SPDX-License-Identifier: Apache-2.0
import Archive
import Minutes
import Testing

@Suite struct `The provenance of a report` {
  @Test(arguments: [
    (Provenance.report, [2020]), (.paraphrase, [2020, 2021]), (.invented, [2022]),
  ])
  func `decides what may be compared`(provenance: Provenance, years: [Int?]) throws {
    let temporary = try TemporaryArchive()
    try temporary.add("r", Samples.meeting(Samples.hanhai, "2020-03-01"), provenance: .report)
    try temporary.add("p", Samples.meeting(Samples.hanhai, "2021-03-01"), provenance: .paraphrase)
    try temporary.add("i", Samples.meeting(Samples.hanhai, "2022-03-01"), provenance: .invented)
    let meeting = Samples.meeting(Samples.hanhai, "2023-03-01")
    let found = try temporary.archive.baselines(
      for: meeting, provenance: provenance, parents: [], halfYear: [])
    #expect(found.history.map(\.meeting.date?.year) == years)
  }

  @Test func `keeps superiors, peers and chosen ones of a real report real`() throws {
    let temporary = try TemporaryArchive()
    for provenance in [Provenance.paraphrase, .invented] {
      let name = provenance.rawValue
      try temporary.add(
        "superior-" + name, Samples.meeting(Samples.hanhai, "2024-01-01"), provenance: provenance)
      try temporary.add("peer-" + name, Samples.meeting(Samples.yunxiu, "2024-01-01"), provenance: provenance)
    }
    let meeting = Samples.meeting(Samples.lanpu, "2024-03-01")
    let archive = temporary.archive!
    #expect(
      try archive.baselines(for: meeting, provenance: .report, parents: ["990000"], halfYear: [])
        == Baselines())
    let invented = try archive.baselines(
      for: meeting, provenance: .invented, parents: ["990000"], halfYear: [])
    #expect(invented.superiors.map(\.provenance) == [.invented])
    #expect(invented.peers.map(\.provenance) == [.invented])
  }

  @Test func `lets the real report of a meeting count before its paraphrase`() throws {
    let temporary = try TemporaryArchive()
    let last = Samples.meeting(Samples.hanhai, "2022-03-01")
    try temporary.add("p", last, provenance: .paraphrase)
    try temporary.add("r", last, provenance: .report)
    let meeting = Samples.meeting(Samples.hanhai, "2023-03-01")
    let found = try temporary.archive.baselines(
      for: meeting, provenance: .paraphrase, parents: [], halfYear: [])
    #expect(found.history.map(\.provenance) == [.report])
    let both = try temporary.archive.records(prefix: last.id, limit: 9)
    #expect(both.map(\.provenance) == [.report, .paraphrase])
  }
}
