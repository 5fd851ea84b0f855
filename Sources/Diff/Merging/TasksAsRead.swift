// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// The tasks of a report as the rules read them, whatever people have made of them: what a report itself says is
/// set beside another report by these.
extension Meeting {
  /// Each task in the order in which the report has it, under its rank there, and what a person has made of it:
  /// nil where it was taken out.
  var taskSlots: [(read: Priority, now: Priority?)] {
    let count = priorities.count + removedTasks.count
    var places: [Int: Priority?] = [:]
    for task in removedTasks { places[task.rank] = .some(nil) }
    for task in priorities {
      if let rank = task.original?.rank { places[rank] = task }
    }
    // Those that no person has moved stand in the order of the report still.
    var left = priorities.filter { $0.original?.rank == nil }[...]
    let now = (1...max(1, count)).prefix(count).map { rank in places[rank] ?? left.popFirst() }
    var removed = removedTasks[...]
    return now.enumerated().compactMap { place, task in
      guard var read = task ?? removed.popFirst() else { return nil }
      read.rank = place + 1
      read.head = read.original?.head ?? read.head
      read.topics = read.original?.topics ?? read.topics
      read.rulings = []
      return (read, task)
    }
  }

  /// The same meeting with its tasks as they are read.
  ///
  /// Without what people have said of pairs, too: that is said of an earlier meeting's task, and another report
  /// of this meeting may have one of that head.
  var withTasksAsRead: Meeting {
    var meeting = self
    meeting.priorities = taskSlots.map(\.read)
    return meeting
  }

  /// The same meeting with its tasks as people have put them, but for what they have said of pairs.
  var withoutRulings: Meeting {
    var meeting = self
    for place in meeting.priorities.indices { meeting.priorities[place].rulings = [] }
    return meeting
  }
}
