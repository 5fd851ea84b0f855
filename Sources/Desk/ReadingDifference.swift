// SPDX-License-Identifier: Apache-2.0

package import Digest
package import Minutes

/// What two readings of one document say differently: the same bytes by two sets of rules.
///
/// Example: a table that knows 康养床位 as an indicator adds the figure 康养床位 300张 to the reading of 2024.txt.
package struct ReadingDifference: Sendable, Hashable {
  /// One thing that is read otherwise; `from` is nil for what is new, `to` for what is no longer found.
  package struct Item: Sendable, Hashable {
    /// Closed vocabulary.
    package enum Subject: String, Sendable, Hashable, CaseIterable {
      case meeting, title, place, date, kind, sector, task, figure
    }

    /// The meeting by its id as it is read now, or was; empty for a figure of a document without one.
    package var meeting: String
    package var subject: Subject
    package var from: String?
    package var to: String?
  }

  /// Meetings in their order in the document; of each first itself, then tasks, then figures.
  package private(set) var items: [Item] = []

  /// True where both readings say the same.
  package var isEmpty: Bool { items.isEmpty }

  /// Compares two readings; meetings are the same by their ids, and else by their order.
  package init(from before: Report, to after: Report) {
    var left = before.meetings
    var pairs: [(Meeting?, Meeting?)] = after.meetings.map { meeting in
      left.firstIndex { $0.id == meeting.id }.map { (left.remove(at: $0), meeting) } ?? (nil, meeting)
    }
    for place in pairs.indices where pairs[place].0 == nil && !left.isEmpty {
      pairs[place].0 = left.removeFirst()
    }
    pairs += left.map { ($0, nil) }
    for (old, new) in pairs { compare(old, new) }
    add(.figure, "", Self.passages(before.figures), Self.passages(after.figures))
  }

  private mutating func compare(_ old: Meeting?, _ new: Meeting?) {
    guard let meeting = new ?? old else { return }
    guard let old, let new else {
      return items.append(Item(meeting: meeting.id, subject: .meeting, from: old?.id, to: new?.id))
    }
    note(.title, meeting, old.title, new.title)
    note(.place, meeting, old.jurisdiction?.fullName, new.jurisdiction?.fullName)
    note(.date, meeting, old.date?.description, new.date?.description)
    note(.kind, meeting, old.kind, new.kind)
    note(.sector, meeting, old.sector, new.sector)
    add(.task, meeting.id, old.priorities.map(Passage.init), new.priorities.map(Passage.init))
    add(.figure, meeting.id, Self.passages(old.figures), Self.passages(new.figures))
  }

  private mutating func note(_ subject: Item.Subject, _ meeting: Meeting, _ old: String?, _ new: String?) {
    if old != new { items.append(Item(meeting: meeting.id, subject: subject, from: old, to: new)) }
  }

  // MARK: - Tasks and figures

  /// What is read from a stretch of the source, which stays where it is whatever the rules.
  private struct Passage: Hashable {
    var text: String
    var span: Span

    init(_ figure: Figure) {
      let parts = [
        figure.indicator, Amounts.text(figure.quantity), figure.aspect.rawValue, figure.period?.rawValue,
        figure.topic.map { "[\($0)]" },
      ]
      text = parts.compactMap(\.self).joined(separator: " ")
      span = figure.excerpt.span
    }

    init(_ task: Priority) {
      let topics = task.topics.isEmpty ? "" : " [\(task.topics.joined(separator: " "))]"
      text = "\(task.rank) \(task.head)\(topics)"
      span = task.excerpt.span
    }

    func overlaps(_ other: Passage) -> Bool { span.start < other.span.end && other.span.start < span.end }
  }

  private static func passages(_ figures: [Figure]) -> [Passage] { figures.map(Passage.init) }

  /// What is the same is left out; what stands in the same stretch was read otherwise; the rest came or went.
  private mutating func add(_ subject: Item.Subject, _ meeting: String, _ old: [Passage], _ new: [Passage]) {
    var gone = old
    var come: [Passage] = []
    for passage in new {
      if let place = gone.firstIndex(where: { $0.text == passage.text }) {
        gone.remove(at: place)
      } else {
        come.append(passage)
      }
    }
    for passage in come {
      let place = gone.firstIndex { $0.overlaps(passage) }
      let before = place.map { gone.remove(at: $0).text }
      items.append(Item(meeting: meeting, subject: subject, from: before, to: passage.text))
    }
    items += gone.map { Item(meeting: meeting, subject: subject, from: $0.text, to: nil) }
  }
}

extension ReadingDifference {
  /// As the archive keeps it: a JSON array of meeting, subject, from and to for each item, in order; what is
  /// missing is empty.
  package var bytes: [UInt8] {
    JSONValue.strings(items.flatMap { [$0.meeting, $0.subject.rawValue, $0.from ?? "", $0.to ?? ""] }).text()
  }

  /// The difference that `bytes` holds, or nil where they are none.
  package init?(bytes: [UInt8]) {
    guard let parts = JSONStrings.all(in: bytes), parts.count % 4 == 0 else { return nil }
    for place in stride(from: 0, to: parts.count, by: 4) {
      guard let subject = Item.Subject(rawValue: parts[place + 1]) else { return nil }
      func text(_ offset: Int) -> String? { parts[place + offset].isEmpty ? nil : parts[place + offset] }
      items.append(Item(meeting: parts[place], subject: subject, from: text(2), to: text(3)))
    }
  }
}
