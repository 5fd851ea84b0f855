// SPDX-License-Identifier: Apache-2.0

internal import Minutes

extension MergedAccounts {
  /// Lays what a person has put right in one report's tasks over the list that stands, which may be another's.
  ///
  /// The same task is found by what the rules read in both. Ranks mean something in that list alone, so a task
  /// that was moved goes to its place there last.
  mutating func putTasksRight(by account: Account, words: ComparingWords) {
    guard account.document.sha256 != tasksDocument else { return }
    var standing = meeting.withoutRulings
    for place in standing.priorities.indices {
      let task = standing.priorities[place]
      standing.priorities[place].head = task.original?.head ?? task.head
    }
    let read = account.meeting.withTasksAsRead
    let partners = PriorityLinks(from: read, to: standing, as: .previous, words: words).partners
    var ranks: [(task: Int, rank: Int)] = []
    var gone: Set<Int> = []
    for (place, amended) in account.meeting.taskSlots.map(\.now).enumerated() {
      guard let partner = partners[place],
        let index = meeting.priorities.firstIndex(where: { $0.rank == partner })
      else { continue }
      guard let amended else {
        gone.insert(index)
        continue
      }
      if meeting.priorities[index].take(amended), let rank = amended.original?.rank, rank != amended.rank {
        ranks.append((index, amended.rank))
      }
    }
    arrange(without: gone, at: ranks)
  }

  /// The report whose list of tasks stands.
  private var tasksDocument: String {
    meeting.priorities.first?.excerpt.document ?? shares[0].document.sha256
  }

  private mutating func arrange(without gone: Set<Int>, at ranks: [(task: Int, rank: Int)]) {
    guard !gone.isEmpty || !ranks.isEmpty else { return }
    let moved = Set(ranks.map(\.task))
    var order = meeting.priorities.indices.filter { !gone.contains($0) && !moved.contains($0) }
    for (task, rank) in ranks.sorted(by: { ($0.rank, $0.task) < ($1.rank, $1.task) })
    where !gone.contains(task) {
      order.insert(task, at: min(rank - 1, order.count))
    }
    meeting.removedTasks += gone.sorted().map { meeting.priorities[$0] }
    meeting.priorities = order.enumerated().map { place, index in
      var task = meeting.priorities[index]
      task.rank = place + 1
      return task
    }
  }
}

extension PriorityLinks {
  /// For each earlier task, from 0, the rank of the one later task that is surely the same; nil for none.
  fileprivate var partners: [Int: Int] {
    var partners: [Int: Int] = [:]
    for link in links where link.from.count == 1 && link.to.count == 1 && link.similarity ?? 0 >= 0.5 {
      partners[link.from[0] - 1] = link.to[0]
    }
    return partners
  }
}

extension Priority {
  /// Takes over what a person has made of the same task in another report; false where nobody has, or has said
  /// something of this one.
  fileprivate mutating func take(_ amended: Priority) -> Bool {
    guard original == nil, rulings.isEmpty else { return false }
    rulings = amended.rulings
    guard let read = amended.original else { return false }
    original = Original(head: head, rank: read.rank == nil ? nil : rank, topics: topics)
    if amended.head != read.head { head = amended.head }
    if amended.topics != read.topics { topics = amended.topics }
    return true
  }
}
