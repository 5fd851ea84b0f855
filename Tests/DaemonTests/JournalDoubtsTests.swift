// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Daemon
@testable import Journal

@Suite struct `Doubts about the journal` {
  /// An answer to the question for "a" and "b" behind a barrier that is seen, with "a" alone.
  private func answer(isWhole: Bool) -> ReadBack.Answer {
    var answer = ReadBack.Answer(question: .init(ids: ["a", "b"], barrier: "1"))
    answer.sightings = ["a": JournalSighting(cursor: "s=1", realtime: 1, count: 1)]
    (answer.barrierSeen, answer.isWhole) = (true, isWhole)
    return answer
  }

  /// What `doubts` makes of answers in a row, by whether the whole journal could be read.
  private func verdicts(_ doubts: inout JournalDoubts, _ answers: [Bool]) -> [Bool] {
    var verdicts: [Bool] = []
    for isWhole in answers { verdicts.append(doubts.isConclusive(answer(isWhole: isWhole))) }
    return verdicts
  }

  @Test func `leave what is missing open while a part cannot be read, five times`() {
    var doubts = JournalDoubts()
    let verdicts = verdicts(&doubts, [false, false, false, false, false])
    #expect(verdicts == [false, false, false, false, true])
    let doubtful = doubts.sentAgain(["a", "b"])
    #expect(doubtful == ["b"], "a copy of b may stand in the part that cannot be read")
  }

  @Test func `are counted anew after an answer from the whole journal`() {
    var doubts = JournalDoubts()
    let verdicts = verdicts(&doubts, [false, false, false, false, true, false])
    #expect(verdicts == [false, false, false, false, true, false])
    let doubtful = doubts.sentAgain(["b"])
    #expect(doubtful.isEmpty)
  }

  @Test func `concern what was open before a boot until it has landed or is sent again`() {
    var doubts = JournalDoubts(open: ["a", "b"])
    #expect(doubts.isReading)
    let first = doubts.sentAgain(["a", "c"])
    #expect(first == ["a"])
    let second = doubts.sentAgain(["a"])
    #expect(second.isEmpty, "its copy is the one that is looked for now")
    doubts.landed(["a", "b"])
    #expect(!doubts.isReading)
  }
}
