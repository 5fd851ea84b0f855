// SPDX-License-Identifier: Apache-2.0
import Inbox
import Testing

private let second: UInt64 = 1_000_000_000

/// A settling driven by events about one file, with times in seconds.
private final class Script {
  private var machine = Settling(settle: 2 * second)
  private let name = FileName("a.txt")

  var deadline: UInt64? { machine.nextDeadline.map { $0 / second } }

  private func state(_ size: Int64) -> FileState {
    FileState(size: size, modified: size, changed: size, handle: [])
  }

  /// What the actions come to: take, or the reason for giving up.
  private func words(_ actions: [Settling.Action]) -> [String] {
    actions.map {
      switch $0 {
      case .take: "take"
      case .giveUp(_, let reason): reason.rawValue
      }
    }
  }

  func completed(_ time: UInt64, size: Int64 = 9) -> [String] {
    words(machine.completed(name, state: state(size), at: time * second))
  }

  func found(_ time: UInt64, size: Int64 = 9) -> [String] {
    words(machine.found(name, state: state(size), at: time * second))
  }

  func finished(_ time: UInt64, _ outcome: Settling.Outcome) -> [String] {
    words(machine.finished(name, outcome, at: time * second))
  }

  func created() { machine.created(name) }

  func missed(_ time: UInt64) { machine.missed(at: time * second) }

  func vanished() { machine.vanished(name) }

  func isDue(_ time: UInt64) -> Bool { machine.due(at: time * second) == [name] }
}

@Suite struct `A file in the drop folder` {
  private let script = Script()

  @Test func `is taken at once when it was closed after writing`() {
    #expect(script.completed(5) == ["take"])
    #expect(script.deadline == nil)
  }

  @Test func `that was only found is taken when it has kept its state for the settling time`() {
    #expect(script.found(5) == [])
    #expect(script.deadline == 7)
    #expect(script.isDue(6) == false)
    #expect(script.isDue(7))
    #expect(script.found(7) == ["take"])
  }

  @Test func `that was found and changes waits anew`() {
    #expect(script.found(5, size: 1) == [])
    #expect(script.found(7, size: 2) == [])
    #expect(script.deadline == 9)
    #expect(script.found(8, size: 2) == [])
    #expect(script.found(9, size: 2) == ["take"])
  }

  @Test func `that was found and is then closed is taken at once, and once`() {
    #expect(script.found(5) == [])
    #expect(script.completed(6) == ["take"])
    #expect(script.found(7) == [])
    #expect(script.finished(8, .done) == [])
    #expect(script.deadline == nil)
  }

  @Test func `that is completed again while it is copied is taken again afterwards`() {
    #expect(script.completed(5, size: 1) == ["take"])
    #expect(script.completed(6, size: 1) == [])
    #expect(script.completed(6, size: 1) == [])
    #expect(script.finished(7, .done) == ["take"])
    #expect(script.finished(8, .done) == [])
    #expect(script.deadline == nil)
  }

  @Test func `that is completed while its copy fails is taken again at once`() {
    #expect(script.completed(5, size: 1) == ["take"])
    #expect(script.completed(6, size: 2) == [])
    #expect(script.finished(7, .changed) == ["take"])
  }

  @Test func `that was put off is taken after the settling time, however often that happens`() {
    #expect(script.completed(5) == ["take"])
    for time in stride(from: UInt64(6), to: 6000, by: 100) {
      #expect(script.finished(time, .postponed) == [])
      #expect(script.deadline == time + 2)
      #expect(script.found(time + 1) == [])
      #expect(script.found(time + 2) == ["take"])
    }
    #expect(script.finished(7000, .done) == [])
    #expect(script.deadline == nil)
  }

  @Test func `that is completed again while it is put off is taken at once`() {
    #expect(script.completed(5, size: 1) == ["take"])
    #expect(script.completed(6, size: 2) == [])
    #expect(script.finished(7, .postponed) == ["take"])
  }

  @Test func `that is seen in another state while it is copied is looked at afterwards`() {
    #expect(script.completed(5, size: 1) == ["take"])
    #expect(script.found(6, size: 2) == [])
    #expect(script.finished(7, .done) == [])
    #expect(script.isDue(9))
    #expect(script.found(9, size: 2) == [])
    #expect(script.found(11, size: 2) == ["take"])
  }

  @Test func `that is empty gets ten minutes`() {
    #expect(script.completed(0, size: 0) == [])
    #expect(script.deadline == 600)
    #expect(script.completed(30, size: 9) == ["take"])
  }

  @Test func `that stays empty is taken as it is`() {
    #expect(script.completed(0, size: 0) == [])
    #expect(script.found(600, size: 0) == ["take"])
  }

  @Test func `that is replaced while it is copied, however often, is not given up`() {
    #expect(script.completed(0, size: 1) == ["take"])
    for version in 2...20 {
      #expect(script.completed(0, size: Int64(version)) == [])
      #expect(script.finished(0, .changed) == ["take"])
    }
    #expect(script.finished(1, .done) == [])
  }

  @Test func `that never comes to rest is given up after five tries`() {
    for time in stride(from: UInt64(0), to: 40, by: 10) {
      #expect(script.completed(time, size: Int64(time) + 1) == ["take"])
      #expect(script.finished(time + 1, .changed) == [])
    }
    #expect(script.completed(50) == ["take"])
    #expect(script.finished(51, .changed) == ["never-quiet"])
    #expect(script.deadline == nil)
    // It has come to rest in the state in which it was seen last.
    #expect(script.found(60) == [])
    #expect(script.found(62) == ["take"])
  }

  @Test func `that cannot be opened is reported after a minute, once, and taken after a chmod`() {
    #expect(script.completed(0) == ["take"])
    #expect(script.finished(0, .unreadable) == [])
    #expect(script.found(2) == ["take"])
    #expect(script.finished(59, .unreadable) == [])
    #expect(script.found(61) == ["take"])
    #expect(script.finished(61, .unreadable) == ["unreadable"])
    #expect(script.found(300) == [])
    #expect(script.found(400, size: 10) == [])
    #expect(script.found(402, size: 10) == ["take"])
  }

  @Test func `that grows after its creation is waited for until it is closed`() {
    script.created()
    #expect(script.found(0, size: 1) == [])
    #expect(script.found(2, size: 2) == [])
    #expect(script.deadline == 62)
    #expect(script.found(62, size: 3) == [])
    #expect(script.completed(63, size: 4) == ["take"])
  }

  @Test func `that rests for a minute is taken, though its writer keeps it open`() {
    script.created()
    #expect(script.found(0, size: 0) == [])
    #expect(script.found(30, size: 2) == [])
    #expect(script.found(89, size: 2) == [])
    #expect(script.found(90, size: 2) == ["take"])
  }

  @Test func `that was created as a link only has to settle`() {
    script.created()
    #expect(script.found(0) == [])
    #expect(script.found(2) == ["take"])
  }

  @Test func `whose closing may have been missed only has to settle`() {
    script.created()
    #expect(script.found(0, size: 1) == [])
    #expect(script.found(2, size: 2) == [])
    script.missed(3)
    #expect(script.found(5, size: 2) == ["take"])
  }

  @Test func `that is written to for an hour is reported, and taken when it is closed`() {
    script.created()
    #expect(script.found(0, size: 1) == [])
    var told: [String] = []
    for minute in 1...61 { told += script.found(UInt64(minute) * 60, size: Int64(minute) + 1) }
    #expect(told == ["never-quiet"])
    #expect(script.completed(4000, size: 99) == ["take"])
  }

  @Test func `that is gone is forgotten`() {
    #expect(script.found(5) == [])
    script.vanished()
    #expect(script.deadline == nil)
  }
}
