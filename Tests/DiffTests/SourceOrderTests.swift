// SPDX-License-Identifier: Apache-2.0
import Minutes
import Testing

@testable import Diff

@Suite struct `The order of tasks in two reports of a meeting` {
  private static let heads = ["健全社会救助体系", "发展养老服务", "加强儿童关爱保护", "深化殡葬改革", "优化婚姻登记服务"]

  private func conflicts(_ one: Meeting, _ other: Meeting) -> [SourceConflict] {
    let accounts = [("a.txt", one), ("b.txt", other)].map { name, meeting in
      Account(document: Document(name: name, sha256: name), meeting: meeting)
    }
    return Corpus.comparer.conflicts(of: "b.txt", among: accounts)
  }

  /// The report with these heads, whose tasks have gone as `places` has it: each its place in the report, from 1.
  private func amended(_ places: [Int], without removed: [Int] = []) -> Meeting {
    var meeting = Corpus.meeting(2024, heads: Self.heads)
    let read = meeting.priorities
    meeting.priorities = places.enumerated().map { rank, place in
      var task = read[place - 1]
      task.rank = rank + 1
      return task
    }
    meeting.removedTasks = removed.map { read[$0 - 1] }
    return meeting
  }

  @Test func `is told where they differ`() throws {
    let turned = [Self.heads[4]] + Self.heads.dropLast()
    let told = conflicts(Corpus.meeting(2024, heads: Self.heads), Corpus.meeting(2024, heads: turned))
    #expect(told.map(\.subject) == [.priority])
    #expect([told.first?.from.rank, told.first?.to.rank] == [5, 1])
  }

  @Test func `is read under what people have made of it`() {
    var meeting = amended([5, 1, 3, 4], without: [2])
    meeting.priorities[0].original = .init(head: Self.heads[4], rank: 5, topics: [])
    meeting.priorities[1].original = .init(head: Self.heads[0], rank: nil, topics: ["other"])
    meeting.priorities[1].head = "新题"
    #expect(meeting.withTasksAsRead.priorities.map(\.head) == Self.heads)
    #expect(meeting.withTasksAsRead.priorities.map(\.rank) == [1, 2, 3, 4, 5])
    #expect(meeting.taskSlots.map(\.now?.head) == ["新题", nil, Self.heads[2], Self.heads[3], Self.heads[4]])
    #expect(conflicts(meeting, Corpus.meeting(2024, heads: Self.heads)).isEmpty)
  }

  @Test func `is not made by what was said of tasks of the year before`() {
    let read = Corpus.meeting(2024, heads: Self.heads)
    var ruled = read
    // Under the head that is the third's now the year before had what is the first now, and the other way round.
    for (place, other) in [(0, 2), (2, 0)] {
      ruled.priorities[place].rulings = [Priority.Ruling(head: Self.heads[other], isSame: true)]
    }
    #expect(conflicts(read, ruled).isEmpty)
  }
}
