// SPDX-License-Identifier: Apache-2.0
import Journal
import Testing

private let second: UInt64 = 1_000_000_000

/// A confirmation driven by events, with times in seconds; it begins with entry a handed over at 100 s.
private final class Script {
  typealias Actions = [Journal.Confirmation.Action]

  var machine = Journal.Confirmation()

  init(handed: Bool = true) {
    if handed { self.handed("a", 100) }
  }

  func handed(_ id: String, _ time: UInt64) { machine.handed(id, at: time * second) }

  func refused(_ id: String, _ time: UInt64) -> Actions { machine.refused(id, at: time * second) }

  private var isLooking = false

  func due(_ time: UInt64) -> Actions {
    let actions = machine.due(at: time * second)
    for case .lookUp in actions { isLooking = true }
    return actions
  }

  /// Begins with entries that an earlier daemon queued at 5,000 µs.
  func began(_ ids: [String], _ time: UInt64, wall: UInt64? = 5_000) -> Actions {
    machine.begin(with: ids.map { ($0, wall) }, at: time * second)
  }

  /// A look-up that saw these ids, and the barrier or not; it begins now where none has begun.
  func looked(
    _ time: UInt64, _ seen: Set<String> = [], barrier: Bool = false, oldest: UInt64? = 1
  ) -> Actions {
    if !isLooking { _ = due(time) }
    isLooking = false
    return machine.looked(seen: seen, barrierSeen: barrier, oldest: oldest, at: time * second)
  }
}

@Suite struct `Confirming an entry` {
  private let script = Script()

  @Test func `looks soon, and more rarely the longer it is missing`() {
    #expect(script.machine.nextDeadline == 100 * second + 5_000_000)
    #expect(script.due(100) == [])
    #expect(script.due(101) == [.lookUp(ids: ["a"], barrier: nil)])
    #expect(script.looked(101) == [])
    #expect(script.machine.nextDeadline == 102 * second)
  }

  @Test func `asks one question at a time, and says when nobody answers`() {
    #expect(script.due(101) == [.lookUp(ids: ["a"], barrier: nil)])
    script.handed("b", 101)
    #expect(script.due(105) == [])
    #expect(script.machine.nextDeadline == 106 * second)
    #expect(script.due(106) == [.unavailable])
    #expect(script.due(107) == [])
    #expect(script.looked(200, ["a", "b"]) == [.available, .landed(["a", "b"])])
  }

  @Test func `that begins while others are looked for is not missing by their barrier`() {
    let script = Script(handed: false)
    #expect(script.began(["a"], 100) == [.sendBarrier(1)])
    #expect(script.due(101) == [.lookUp(ids: ["a"], barrier: 1)])
    #expect(script.began(["b"], 101) == [.sendBarrier(2)])
    #expect(script.looked(102, ["a"], barrier: true) == [.landed(["a"])])
    #expect(script.due(103) == [.lookUp(ids: ["b"], barrier: 2)])
    #expect(script.looked(103, barrier: true) == [.sendAgain(["b"])])
  }

  @Test func `ends when it is seen`() {
    #expect(!script.machine.isProven)
    #expect(script.looked(101, ["a"]) == [.landed(["a"])])
    #expect(script.machine.isIdle)
    #expect(script.machine.isProven)
    #expect(script.machine.nextDeadline == nil)
  }

  @Test func `lets what lands next share a commit, unless very much waits`() {
    script.handed("b", 100)
    #expect(script.looked(101, ["a"]) == [.landed(["a"])])
    script.handed("c", 101)
    #expect(script.machine.nextDeadline == 101 * second + Confirmation.group)
    for number in 0..<4096 { script.handed("\(number)", 101) }
    #expect(script.machine.nextDeadline == 101 * second + 5_000_000)
  }

  @Test(arguments: [(255, Confirmation.group), (256, second)])
  func `lets what lands after a batch share a commit for a second`(landed: Int, wait: UInt64) {
    let script = Script(handed: false)
    let ids = (0..<landed).map { "\($0)" }
    for id in ids { script.handed(id, 100) }
    _ = script.looked(101, Set(ids))
    script.handed("next", 101)
    #expect(script.machine.nextDeadline == 101 * second + wait)
  }

  @Test func `waits two seconds before it asks with a barrier`() {
    #expect(script.looked(101) == [])
    #expect(script.looked(102) == [.sendBarrier(1)])
    #expect(script.due(104) == [.lookUp(ids: ["a"], barrier: 1)])
  }

  @Test func `sends again when the barrier is seen and the entry is not`() {
    #expect(script.looked(103) == [.sendBarrier(1)])
    #expect(script.looked(104, barrier: true) == [.sendAgain(["a"])])
    #expect(script.machine.isIdle)
  }

  @Test func `lands when it is seen together with the barrier`() {
    #expect(script.looked(103) == [.sendBarrier(1)])
    #expect(script.looked(104, ["a"], barrier: true) == [.landed(["a"])])
  }

  @Test func `never sends again while the barrier is not seen either`() {
    #expect(script.looked(103) == [.sendBarrier(1)])
    #expect(script.looked(107, oldest: nil) == [])
    #expect(script.looked(108, oldest: nil) == [.unavailable, .sendBarrier(2)])
    #expect(script.looked(113, oldest: nil) == [.sendBarrier(3)])
    #expect(!script.machine.isProven)
    #expect(script.looked(114, barrier: true) == [.available, .sendAgain(["a"])])
  }

  @Test func `never sends again while the journal cannot be read`() {
    #expect(script.looked(103) == [.sendBarrier(1)])
    #expect(script.machine.failedToLook(at: 104 * second) == [])
    #expect(script.machine.failedToLook(at: 108 * second) == [.unavailable, .sendBarrier(2)])
    #expect(!script.machine.isIdle)
  }

  @Test func `does not send again what came after the barrier`() {
    #expect(script.looked(103) == [.sendBarrier(1)])
    script.handed("b", 104)
    #expect(script.looked(105, barrier: true) == [.sendAgain(["a"])])
    #expect(!script.machine.isIdle)
    #expect(script.looked(105, ["b"]) == [.landed(["b"])])
  }

  @Test func `sends what was dropped though the journal was vacuumed since`() {
    #expect(script.looked(103) == [.sendBarrier(1)])
    #expect(script.looked(104, barrier: true, oldest: 99_000_000) == [.sendAgain(["a"])])
  }

  @Test func `tries what the socket refused after growing pauses of at most four seconds`() {
    let script = Script(handed: false)
    #expect(script.refused("a", 1) == [.unavailable])
    #expect(script.refused("b", 1) == [])
    #expect(script.due(2) == [.send(["a", "b"])])
    for time: UInt64 in [10, 20, 30, 40, 50, 60] {
      #expect(script.refused("a", time) == [])
      #expect(script.machine.nextDeadline ?? 0 <= (time + 4) * second)
      #expect(script.due(time + 4) == [.send(["a"])])
    }
  }
}

@Suite struct `Confirming after a start` {
  private let script = Script(handed: false)

  @Test func `begins with a barrier, and sends what is missing`() {
    #expect(script.began(["a", "b"], 7) == [.sendBarrier(1)])
    #expect(script.due(8) == [.lookUp(ids: ["a", "b"], barrier: 1)])
    #expect(script.looked(8, ["a"], barrier: true) == [.landed(["a"]), .sendAgain(["b"])])
  }

  @Test func `asks whether the journal keeps anything though nothing is open`() {
    #expect(script.began([], 7) == [.sendBarrier(1)])
    #expect(script.due(8) == [.lookUp(ids: [], barrier: 1)])
    #expect(script.looked(8) == [])
    #expect(!script.machine.isProven)
    #expect(script.looked(12) == [.unavailable, .sendBarrier(2)])
    #expect(script.looked(13, barrier: true) == [.available])
    #expect(script.machine.isProven)
    #expect(script.machine.nextDeadline == nil)
  }

  @Test func `retires what was sent before the journal's beginning`() {
    #expect(script.began(["a"], 7) == [.sendBarrier(1)])
    #expect(script.looked(8, barrier: true, oldest: 5_001) == [.retired(["a"])])
  }

  @Test func `retires nothing that was never sent, or that a power cut may have taken`() {
    #expect(script.began(["a"], 7, wall: nil) == [.sendBarrier(1)])
    #expect(script.looked(8, barrier: true, oldest: 5_001) == [.sendAgain(["a"])])
  }
}
