// SPDX-License-Identifier: Apache-2.0
import Journal
import Testing

private let second: UInt64 = 1_000_000_000

/// A confirmation driven by events, with times in seconds; it begins with entry a handed over at 100 s, wall
/// 5,000 µs.
private final class Script {
  typealias Actions = [Journal.Confirmation.Action]

  var machine = Journal.Confirmation()

  init(handed: Bool = true) {
    if handed { machine.handed("a", wall: 5_000, at: 100 * second) }
  }

  func handed(_ id: String, _ time: UInt64) { machine.handed(id, wall: 5_000, at: time * second) }

  func refused(_ id: String, _ time: UInt64) -> Actions { machine.refused(id, at: time * second) }

  func due(_ time: UInt64) -> Actions { machine.due(at: time * second) }

  func recovered(_ ids: [String], _ time: UInt64) -> Actions {
    machine.recover(ids.map { ($0, 5_000) }, at: time * second)
  }

  /// A look-up that saw these ids, and the barrier or not.
  func looked(
    _ time: UInt64, _ seen: Set<String> = [], barrier: Bool = false, oldest: UInt64? = 1
  ) -> Actions {
    machine.looked(seen: seen, barrierSeen: barrier, oldest: oldest, at: time * second)
  }
}

@Suite struct `Confirming an entry` {
  private let script = Script()

  @Test func `looks soon, and more rarely the longer it is missing`() {
    #expect(script.machine.nextDeadline == 100 * second + 2_000_000)
    #expect(script.due(100) == [])
    #expect(script.due(101) == [.lookUp(ids: ["a"], barrier: nil)])
    #expect(script.machine.nextDeadline == 102 * second)
    #expect(script.due(105) == [.lookUp(ids: ["a"], barrier: nil)])
    #expect(script.machine.nextDeadline == 106 * second)
  }

  @Test func `ends when it is seen`() {
    #expect(script.looked(101, ["a"]) == [.landed(["a"])])
    #expect(script.machine.isIdle)
    #expect(script.machine.nextDeadline == nil)
  }

  @Test func `waits ten seconds before it asks with a barrier`() {
    #expect(script.looked(109) == [])
    #expect(script.looked(110) == [.sendBarrier(1)])
    #expect(script.due(111) == [.lookUp(ids: ["a"], barrier: 1)])
  }

  @Test func `sends again when the barrier is seen and the entry is not`() {
    #expect(script.looked(111) == [.sendBarrier(1)])
    #expect(script.looked(112, barrier: true) == [.send(["a"])])
    #expect(script.machine.isIdle)
  }

  @Test func `lands when it is seen together with the barrier`() {
    #expect(script.looked(111) == [.sendBarrier(1)])
    #expect(script.looked(112, ["a"], barrier: true) == [.landed(["a"])])
  }

  @Test func `never sends again while the barrier is not seen either`() {
    #expect(script.looked(111) == [.sendBarrier(1)])
    #expect(script.looked(140, oldest: nil) == [])
    #expect(script.looked(141, oldest: nil) == [.unavailable, .sendBarrier(2)])
    #expect(script.looked(171, oldest: nil) == [.sendBarrier(3)])
    #expect(script.looked(172, barrier: true) == [.available, .send(["a"])])
  }

  @Test func `does not send again what came after the barrier`() {
    #expect(script.looked(111) == [.sendBarrier(1)])
    script.handed("b", 112)
    #expect(script.looked(113, barrier: true) == [.send(["a"])])
    #expect(!script.machine.isIdle)
    #expect(script.looked(114, ["b"]) == [.landed(["b"])])
  }

  @Test func `retires what the journal no longer reaches back to`() {
    #expect(script.looked(111) == [.sendBarrier(1)])
    #expect(script.looked(112, barrier: true, oldest: 5_001) == [.retired(["a"])])
  }

  @Test func `begins with a barrier after a restart`() {
    let script = Script(handed: false)
    #expect(script.recovered(["a", "b"], 7) == [.sendBarrier(1)])
    #expect(script.due(8) == [.lookUp(ids: ["a", "b"], barrier: 1)])
    #expect(script.looked(8, ["a"], barrier: true) == [.landed(["a"]), .send(["b"])])
  }

  @Test func `tries what the socket refused after growing pauses`() {
    let script = Script(handed: false)
    #expect(script.refused("a", 1) == [.unavailable])
    #expect(script.refused("b", 1) == [])
    #expect(script.due(2) == [.send(["a", "b"])])
    #expect(script.refused("a", 2) == [])
    #expect(script.machine.nextDeadline == 4 * second)
  }
}
