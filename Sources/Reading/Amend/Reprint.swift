// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// A later report of a meeting that was put right, beside the report that this was done in: another paper's, or
/// a later version of the same file.
///
/// The same sentence stands at another place in it, so marks of the one mean nothing in the other: what says the
/// same of the same meeting is found by what it says.
package struct Reprint: Sendable {
  /// The report that was put right, as the rules read it, and as it is now.
  private let source: Report
  private let amended: Report
  /// The later report, as the rules read it, and its bytes.
  private let report: Report
  private let document: String
  /// True where it is a later version of the same file, whose word counts.
  private let isVersion: Bool

  package init(of source: Report, amended: Report, as report: Report, document: String, isVersion: Bool) {
    (self.source, self.amended, self.report) = (source, amended, report)
    (self.document, self.isVersion) = (document, isVersion)
  }

  /// What an amendment of the one report comes to in the other: nothing where that does not say what was put
  /// right.
  ///
  /// Another paper's report is held to what it says alone, like those that were there when the person put it
  /// right: which of them came first plays no part. A version that says it otherwise around the same number or
  /// head, or has come to say what it was put right to, keeps the amendment too.
  package func amendments(like amendment: Amendment) -> [Amendment] {
    guard let place = MarkFinder(report: source).place(of: amendment), let meeting = place.meeting else {
      return []
    }
    let (read, now) = (source.meetings[meeting], amended.meetings[meeting])
    var made: [Amendment] = []
    for number in places(of: meeting) {
      let things = things(like: place.index, amendment.mark.subject, read, now, in: report.meetings[number])
      for thing in things {
        let (said, wrong) = (thing.text(amendment.field), thing.wrong(amendment.field))
        let isRight = isVersion && said == amendment.after
        guard said == wrong || isRight else { continue }
        made.append(
          Amendment(
            document: document, part: number + 1, mark: thing.mark, field: amendment.field,
            before: isRight ? amendment.before : said, after: amendment.after))
      }
    }
    return made
  }

  /// Where the later report tells of the meeting: under the id that it had or the one that it has now. A version
  /// may date it otherwise, and has it where it tells of one meeting of its series and year.
  private func places(of meeting: Int) -> [Int] {
    let sides = [source.meetings[meeting], amended.meetings[meeting]]
    let same = report.meetings.indices.filter { sides.map(\.id).contains(report.meetings[$0].id) }
    guard same.isEmpty, isVersion else { return same }
    let like = report.meetings.indices.filter { sides.contains(where: report.meetings[$0].isOfOneYear) }
    return like.count == 1 ? like : []
  }

  /// What a thing says in a field.
  private typealias Text = (Amendment.Field) -> String?

  /// What says the same in a meeting: how it is found, what it says, and what it said where it was put right.
  private func things(
    like index: Int, _ subject: Mark.Subject, _ read: Meeting, _ now: Meeting, in meeting: Meeting
  ) -> [(mark: Mark, text: Text, wrong: Text)] {
    switch subject {
    case .meeting: return [(meeting.mark, meeting.text, read.text)]
    case .figure:
      let (figure, amended) = (read.figures[index], now.figureSlots[index].figure)
      return figures(like: figure, or: amended, in: meeting).map { ($0.mark, $0.text, figure.text) }
    case .priority:
      let task = read.priorities[index]
      let amended = now.priorities.first { $0.excerpt.span == task.excerpt.span }
      return tasks(like: task, or: amended, in: meeting).map { ($0.mark, $0.text, task.text) }
    }
  }

  /// What says all that a figure does; else, in a version, the only one that has its name and number in its
  /// words, else the only one that is what it was put right to.
  ///
  /// A result of 120 and a target of 120 are two things in all of these.
  private func figures(like figure: Figure, or amended: Figure, in meeting: Meeting) -> [Figure] {
    let alike = meeting.figures.filter { $0.facts == figure.facts }
    guard alike.isEmpty, isVersion else { return alike }
    let quoted = meeting.figures.filter {
      $0.excerpt.text == figure.excerpt.text && $0.indicator == figure.indicator
        && $0.quantity == figure.quantity && $0.aspect == figure.aspect
    }
    let fields: [Amendment.Field] = [.value, .unit, .indicator, .period]
    let right = meeting.figures.filter { said in
      said.aspect == amended.aspect && fields.allSatisfy { said.text(of: $0) == amended.text(of: $0) }
    }
    let found = quoted.isEmpty ? right : quoted
    return found.count == 1 ? found : []
  }

  /// The tasks of these words; else, in a version, the only one of this head, else of the one that it was put
  /// right to.
  private func tasks(like task: Priority, or amended: Priority?, in meeting: Meeting) -> [Priority] {
    let alike = meeting.priorities.filter { $0.head == task.head && $0.body == task.body }
    guard alike.isEmpty, isVersion else { return alike }
    for head in [task.head, amended?.head].compactMap(\.self) {
      let headed = meeting.priorities.filter { $0.head == head }
      if !headed.isEmpty { return headed.count == 1 ? headed : [] }
    }
    return []
  }
}
