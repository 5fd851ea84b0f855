// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Minutes

/// `minutectl correct TARGET`: puts right what was read from reports of a meeting.
struct CorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct", abstract: "Put right what was read from a meeting's reports.",
    discussion: """
      TARGET is a meeting, by its id, its digest's or its place; a figure or task of one, as MEETING/figure:3 or \
      MEETING/priority:2; or a change, by its entry's id: then it is the figure or task that the change is about. \
      Without a change everything that can be put right is listed, under these names. Needs root or the group \
      minuted-admin.

        minutectl correct 990000/民政工作会议/2024-03-08 --date 2024-03-09 --reason 原件为9日
        minutectl correct 7f3a91c2/figure:3 --value 1243 --reason 官网已更正
        minutectl correct 7f3a91c2/priority:2 --remove --reason 不是任务
        minutectl correct 7f3a91c2/priority:2 --unlink 3 --reason 两回事
        minutectl correct --undo 12 --reason 改错了

      What is put right stands whatever the rules come to read, and is told where they come to read otherwise. The \
      digests that rest on it are corrected, in words that say what is withdrawn.
      """)

  @Argument(
    help: "A meeting, MEETING/figure:N, MEETING/priority:N, or a change's id.", completion: .meetingsAndPlaces
  )
  var target: String?

  @Option(help: "The meeting's day: 2024-03-08, 2024-03 or 2024.") var date: String?
  @Option(help: "Its division, by name or code.") var place: String?
  @Option(help: "The words of its name: 民政工作会议.") var kind: String?
  @Option(help: "Its field of work: 民政.", completion: .sectors) var sector: String?
  @Option(help: "A figure's value: 14500, 1.45万, 72.5.") var value: String?
  @Option(help: "Its unit: 张.") var unit: String?
  @Option(help: "Its indicator.", completion: .indicators) var indicator: String?
  @Option(help: "Its period, or that of a meeting's tasks: 2023, 2023-H1, 2012/2022.") var period: String?
  @Option(help: "A task's title.") var head: String?
  @Option(help: "Its place in the list.") var rank: String?
  @Option(help: "Its line of work: 养老服务, elderly-care.") var topic: String?
  @Flag(help: "The text has no such figure, or sets no such task.") var remove = false
  @Option(help: "The task is the same as this one of the earlier meeting: its rank there.") var link: Int?
  @Option(help: "The task is not the same as this one of the earlier meeting: its rank there.") var unlink:
    Int?
  @Option(
    help: "The earlier meeting, where it is not the one that is compared with.",
    completion: .meetingsAndPlaces)
  var with: String?
  @Flag(help: "Let the meeting become one with another that is kept under this date, place and kind.")
  var merge = false
  @Option(help: "Take back the change of this number.") var undo: Int?
  @Option(help: "Why; kept and told.") var reason: String?

  @OptionGroup var archive: ArchiveOptions

  func validate() throws {
    guard (target == nil) == (undo != nil) else {
      throw ValidationError("name what to put right, or give --undo and the number of a change")
    }
    for change in changes where change.field != .none {
      try GivenWords.check(change.text, of: "\(change.field)")
    }
    if undo != nil || !changes.isEmpty || link != nil || unlink != nil {
      try GivenWords.check(reason: reason, "it is kept, and told in the correction")
    }
  }

  func run() throws {
    if let undo { return try EditReport.ask(["verb": "undo", "edit": String(undo), "reason": reason ?? ""]) }
    try archive.reading { archive in
      let target = try CorrectionTarget(self.target ?? "", in: archive)
      let changes = try changes + links(of: target, in: archive)
      if changes.isEmpty { return Output.line(CorrectableThings.text(target.record)) }
      try Self.check(changes.map(\.field), against: target)
      try EditReport.ask(
        [
          "verb": "correct", "meeting": target.record.meeting.id,
          "provenance": target.record.provenance.rawValue,
          "subject": target.subject.rawValue, "number": String(target.number), "words": target.words,
          "reason": reason ?? "", "merge": merge ? "yes" : "",
        ],
        lists: ["fields": changes.map(\.field.rawValue), "values": changes.map(\.text)], undo: "correct")
    }
  }

  private var changes: [(field: Amendment.Field, text: String)] {
    let given: [(Amendment.Field, String?)] = [
      (.date, date), (.jurisdiction, place), (.kind, kind), (.sector, sector), (.value, value), (.unit, unit),
      (.indicator, indicator), (.period, period), (.head, head), (.rank, rank), (.topic, topic),
      (.none, remove ? "" : nil),
    ]
    return given.compactMap { field, text in text.map { (field: field, text: $0) } }
  }

  /// The rulings on a task and the earlier ones that are named by their ranks.
  private func links(
    of target: CorrectionTarget, in archive: MeetingArchive
  ) throws -> [(field: Amendment.Field, text: String)] {
    let given = [(Amendment.Field.link, link), (.unlink, unlink)].compactMap { field, rank in
      rank.map { (field, $0) }
    }
    guard !given.isEmpty else { return [] }
    let earlier = try earlier(than: target, in: archive).meeting
    return try given.map { field, rank in
      guard let task = earlier.priorities.first(where: { $0.rank == rank }) else {
        Output.complain("\(earlier.id) has \(earlier.priorities.count) tasks, and no \(rank)")
        throw ExitCode(1)
      }
      return (field: field, text: task.head)
    }
  }

  private func earlier(than target: CorrectionTarget, in archive: MeetingArchive) throws -> Record {
    if let with { return try MeetingLookup(archive: archive).record(with) }
    let key = MeetingKey(id: target.record.meeting.id, provenance: target.record.provenance)
    let compared = target.baseline == key.id ? nil : target.baseline
    if let id = try compared ?? archive.previous(of: key),
      let record = try EntryLookup(archive: archive).record(id, key.provenance)
    {
      return record
    }
    Output.complain("no meeting is kept before \(key.id); name the earlier one with --with")
    throw ExitCode(1)
  }

  /// A date is no figure's, a value no meeting's.
  private static func check(_ fields: [Amendment.Field], against target: CorrectionTarget) throws {
    let possible: Set<Amendment.Field> =
      switch target.subject {
      case .meeting: [.date, .jurisdiction, .kind, .sector, .period]
      case .figure: [.value, .unit, .indicator, .period, .none]
      case .priority: [.head, .rank, .topic, .none, .link, .unlink]
      }
    guard let wrong = fields.first(where: { !possible.contains($0) }) else { return }
    Output.complain(
      "a \(target.subject) has no \(wrong); name a thing that has, such as \(target.record.meeting.id)/figure:1; "
        + "minutectl correct \(target.record.meeting.id) lists them")
    throw ExitCode(64)
  }
}
