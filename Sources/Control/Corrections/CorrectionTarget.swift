// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Minutes

/// What a user wants to put right: a meeting, or a figure or task of one.
///
/// `MEETING/figure:3` is the third of the meeting's figures as `minutectl show` counts them,
/// `MEETING/priority:2` its second task; an entry's id, 7f3a91c2-03, is what that change is about.
struct CorrectionTarget {
  let record: Record
  var subject = Mark.Subject.meeting
  var number = 0
  /// The figure's quotation or the task's head: the daemon changes nothing that is another thing by then.
  var words = ""
  /// The meeting that an entry compares with.
  var baseline: String?

  init(_ name: String, in archive: MeetingArchive) throws {
    if let part = Self.part(of: name) {
      record = try MeetingLookup(archive: archive).record(part.meeting)
      try choose(part.subject, part.number)
    } else if name.wholeMatch(of: /[0-9a-f]{4,16}-[0-9]+/) != nil, !name.hasSuffix("-00") {
      let found = try EntryLookup(archive: archive).change(name)
      let evidence = found.change.to.first ?? found.change.from.first
      let meeting = evidence?.meeting ?? found.digest.meetingID
      guard let record = try EntryLookup(archive: archive).record(meeting, found.digest.provenance) else {
        throw Self.absent("the meeting of \(name) is kept no more")
      }
      self.record = record
      baseline = found.change.from.first?.meeting ?? found.change.baselines.first
      if let evidence { try choose(evidence, found.change.subject) }
    } else {
      record = try MeetingLookup(archive: archive).record(
        name.hasSuffix("-00") ? String(name.dropLast(3)) : name)
    }
  }

  /// `MEETING/figure:3` taken apart; nil for a name without such an end.
  private static func part(of name: String) -> (meeting: String, subject: Mark.Subject, number: Int)? {
    guard let slash = name.lastIndex(of: "/") else { return nil }
    let parts = name[name.index(after: slash)...].split(separator: ":")
    guard parts.count == 2, let subject = Mark.Subject(rawValue: String(parts[0])), subject != .meeting,
      let number = Int(parts[1]), (0...1_000_000).contains(number)
    else { return nil }
    return (String(name[..<slash]), subject, number)
  }

  private mutating func choose(_ subject: Mark.Subject, _ number: Int) throws {
    let meeting = record.meeting
    switch subject {
    case .meeting: return
    case .figure:
      let slots = meeting.figureSlots
      guard slots.indices.contains(number - 1) else {
        throw Self.absent("\(meeting.id) has \(slots.count) figures, and no \(number)")
      }
      words = slots[number - 1].figure.excerpt.text
      if slots[number - 1].isRemoved {
        throw Self.absent(
          "figure \(number) of \(meeting.id), “\(words)”, was taken out by hand; minutectl corrections list "
            + "has the number to take that back")
      }
    case .priority:
      guard let task = meeting.priorities.first(where: { $0.rank == number }) else {
        throw Self.absent("\(meeting.id) has \(meeting.priorities.count) tasks, and no \(number)")
      }
      words = task.head
    }
    (self.subject, self.number) = (subject, number)
  }

  /// The figure or task that a change quotes; a change about anything else is about the meeting.
  private mutating func choose(_ evidence: KeptChange.Evidence, _ subject: String) throws {
    if subject == "figure",
      let place = record.meeting.figures.firstIndex(where: {
        $0.excerpt.text == evidence.quote && $0.excerpt.span == evidence.excerpt.span
      })
    {
      try choose(.figure, record.meeting.figureNumbers[place])
    } else if subject == "priority", let rank = evidence.rank {
      try choose(.priority, rank)
    }
  }

  private static func absent(_ what: String) -> ExitCode {
    Output.complain("\(what); minutectl correct MEETING lists what can be put right")
    return ExitCode(1)
  }
}
