// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// A list of tasks while it is being amended: ranks are counted anew where a task moved or went.
struct AmendedTasks {
  private var tasks: [Priority]
  private var gone: Set<Int> = []
  /// Where a task was put, by its place in the list that the rules read.
  private var ranks: [Int: Int] = [:]

  init(_ tasks: [Priority]) { self.tasks = tasks }

  mutating func change(_ index: Int, _ field: Amendment.Field, _ text: String) {
    if [.head, .topic, .rank].contains(field) { keepOriginal(of: index, field) }
    switch field {
    case .head: tasks[index].head = text
    case .topic: tasks[index].topics = [text] + tasks[index].topics.filter { $0 != text }
    case .rank: ranks[index] = Int(text).map { min(max($0, 1), tasks.count) }
    case .none: gone.insert(index)
    case .link, .unlink:
      tasks[index].rulings.removeAll { $0.head == text }
      tasks[index].rulings.append(Priority.Ruling(head: text, isSame: field == .link))
    case .date, .jurisdiction, .kind, .sector, .value, .unit, .indicator, .period: return
    }
    if field != .link, field != .unlink { tasks[index].confidence = 1 }
  }

  private mutating func keepOriginal(of index: Int, _ field: Amendment.Field) {
    let task = tasks[index]
    var original = task.original ?? Priority.Original(head: task.head, rank: nil, topics: task.topics)
    if field == .rank { original.rank = task.rank }
    tasks[index].original = original
  }

  /// What was taken out, as the rules read it.
  func removed(from read: [Priority]) -> [Priority] { gone.sorted().map { read[$0] } }

  /// The places in the list that the rules read, in the order that the list has now.
  var order: [Int] {
    var order = tasks.indices.filter { !gone.contains($0) && ranks[$0] == nil }
    for (index, rank) in ranks.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) })
    where !gone.contains(index) {
      order.insert(index, at: min(rank - 1, order.count))
    }
    return order
  }

  /// The tasks in their order, with the ranks that they have in it.
  var list: [Priority] {
    guard !gone.isEmpty || !ranks.isEmpty else { return tasks }
    return order.enumerated().map { place, index in
      var task = tasks[index]
      task.rank = place + 1
      return task
    }
  }
}
