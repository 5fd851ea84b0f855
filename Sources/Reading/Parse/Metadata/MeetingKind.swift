// SPDX-License-Identifier: Apache-2.0

internal import Lexicon

/// What kind of meeting a name names, of which field, and the class that makes its series.
///
/// 工作会议 and 座谈会 of a whole field are one class, 工作会议; a meeting on one line of work has a class of its own.
/// Example: 民政工作座谈会 is 工作会议; 慈善工作会议 is 慈善工作会议, and both are of 民政.
struct MeetingKind {
  var words: String
  var category: String
  var sector: String?

  init(_ name: MeetingName, in text: CleanText, _ vocabulary: Vocabulary) {
    let scalars = text.scalars
    words = vocabulary[.kinds][name.row][2] ?? text.string(name.kind)
    let form = vocabulary[.kinds][name.row][1] ?? ""
    var subject = name.kind.lowerBound..<name.suffix.lowerBound
    var sector: String?
    for place in subject where sector == nil {
      guard let match = vocabulary.words.longest(of: .sectors, in: scalars, at: place) else { continue }
      let row = vocabulary[.sectors][match.row]
      sector = row[1]
      let isField = row[2] != "part" && place == subject.lowerBound
      if isField { subject = min(match.range.upperBound, subject.upperBound)..<subject.upperBound }
    }
    self.sector = sector
    for filler in Self.fillers
    where scalars.has(filler, at: subject.lowerBound) && filler.count <= subject.count {
      subject = subject.lowerBound + filler.count..<subject.upperBound
    }
    category = text.string(subject) + form
  }

  /// A committee that is over all fields, whose meetings are of one series whatever they take up.
  var isOverFields: Bool { category.hasSuffix("常委会会议") || category.hasSuffix("常务会议") }

  /// 民政系统工作会议 and 教育事业发展大会 are of the whole field.
  private static let fillers = ["系统", "事业", "事务", "领域", "部门", "工作"].map([UInt32].init)
}
