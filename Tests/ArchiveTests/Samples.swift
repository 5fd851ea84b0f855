// SPDX-License-Identifier: Apache-2.0
import Archive
import Minutes

/// Values that the tests of the archive put in.
enum Samples {
  static let hanhai = Division(
    code: "990000", name: "瀚海省", short: "瀚海", level: .province, parent: nil, fullName: "瀚海省")
  static let yunxiu = city("990100", "云岫市")
  static let lanpu = city("990200", "澜浦市")

  static func city(_ code: String, _ name: String, parent: String = "990000") -> Division {
    Division(
      code: code, name: name, short: String(name.dropLast()), level: .prefecture, parent: parent,
      fullName: name)
  }

  /// A meeting with `tasks` priorities whose plan year is that of its date.
  static func meeting(
    _ division: Division?, _ date: String?, sector: String? = "民政", kind: String = "民政工作会议",
    category: String = "工作会议", tasks: Int = 1
  ) -> Meeting {
    let date = date.flatMap(MeetingDate.init(iso:))
    let priorities = (0..<tasks).map { rank in
      Priority(
        rank: rank + 1, marker: nil, head: "第\(rank + 1)项",
        excerpt: Excerpt(text: "第\(rank + 1)项。", span: Span(start: rank, end: rank + 1), paragraph: 1))
    }
    return Meeting(
      title: "会议", jurisdiction: division, sector: sector, kind: kind, category: category, date: date,
      planPeriods: date.map { [Period(year: $0.year)] } ?? [], priorities: priorities)
  }

  static func file(
    _ name: String, sha256: String?, provenance: Provenance = .report, ctime: Int64 = 1
  ) -> ArrivedFile {
    ArrivedFile(
      name: Array(name.utf8), display: name, sha256: sha256, size: 10, mtime: 1, ctime: ctime,
      handle: [1, 2],
      provenance: provenance)
  }

  static func reading(
    _ sha256: String, _ meetings: [Meeting], name: String = "报道.txt", provenance: Provenance = .report
  ) -> DocumentReading {
    DocumentReading(
      document: Document(name: name, sha256: sha256, provenance: provenance), format: "text",
      charset: "UTF-8",
      rules: "1+000000000000", report: Report(publisher: "厅", url: "https://例", meetings: meetings))
  }
}
