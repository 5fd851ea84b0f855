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

  @Test func `leave what is missing open while a part cannot be read, five times`() {
    var doubts = JournalDoubts()
    for _ in 1..<5 { #expect(!doubts.isConclusive(answer(isWhole: false))) }
    #expect(doubts.isConclusive(answer(isWhole: false)))
    #expect(doubts.sentAgain(["a", "b"]) == ["b"], "a copy of b may stand in the part that cannot be read")
    #expect(!doubts.isConclusive(answer(isWhole: false)), "they are counted anew")
  }

  @Test func `end with an answer from the whole journal`() {
    var doubts = JournalDoubts()
    for _ in 1..<5 { #expect(!doubts.isConclusive(answer(isWhole: false))) }
    #expect(doubts.isConclusive(answer(isWhole: true)))
    #expect(doubts.sentAgain(["b"]).isEmpty)
    #expect(!doubts.isConclusive(answer(isWhole: false)), "they are counted anew")
  }

  @Test func `concern what was open before a boot until it has landed or is sent again`() {
    var doubts = JournalDoubts(open: ["a", "b"])
    #expect(doubts.isReading)
    #expect(doubts.sentAgain(["a", "c"]) == ["a"])
    #expect(doubts.sentAgain(["a"]).isEmpty, "its copy is the one that is looked for now")
    doubts.landed(["a", "b"])
    #expect(!doubts.isReading)
  }
}
