// SPDX-License-Identifier: Apache-2.0

internal import Digest
internal import Glibc

/// How far long work is, on standard error: a bar that is drawn over on a terminal, a line now and then
/// elsewhere.
struct ProgressBar {
  /// How often a bar is drawn anew, and how often a line is printed, in seconds.
  private static let pace: (bar: Double, line: Double) = (0.1, 10)

  private let isQuiet: Bool
  private let isBar: Bool
  private var step = ""
  private var start = 0.0
  private var told = 0.0
  private var isDrawn = false

  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
    isBar = isatty(STDERR_FILENO) == 1 && Terminal.variable("TERM") != "dumb"
  }

  /// Tells that `done` of `all` are done in a step, such as “reading”.
  mutating func tell(_ step: String, _ done: Int, of all: Int) {
    guard !isQuiet, all > 0 else { return }
    let now = Self.now
    if step != self.step { (self.step, start, told) = (step, now, isBar ? 0 : now) }
    guard now - told >= (isBar ? Self.pace.bar : Self.pace.line) || (isBar && done == all) else { return }
    told = now
    let text = Self.text(step, done, of: all, after: now - start)
    if isBar {
      isDrawn = true
      Output.show("\r" + Self.bar(text, done, of: all, columns: Terminal.width) + "\u{1B}[K")
    } else {
      Output.complain(text)
    }
  }

  /// Takes the bar away.
  mutating func end() {
    if isDrawn { Output.show("\r\u{1B}[K") }
    isDrawn = false
  }

  /// What it says: `reading 1200 of 5678, 210/s, 21 s left`.
  static func text(_ step: String, _ done: Int, of all: Int, after seconds: Double) -> String {
    let head = Speech.say("\(step) \(done) of \(all)", "\(step) \(done)/\(all)")
    guard seconds >= 1, done > 0 else { return head }
    let rate = Double(done) / seconds
    let left = Int((Double(max(0, all - done)) / rate).rounded(.up))
    let pace = "\(rate < 10 ? Self.tenths(rate) : String(Int(rate.rounded())))/s"
    return Speech.list([head, pace, Speech.say("\(duration(left)) left", "还需 \(duration(left))")])
  }

  /// The same with a bar in what is left of the line.
  static func bar(_ text: String, _ done: Int, of all: Int, columns: Int) -> String {
    let room = min(40, columns - DisplayWidth.of(text) - 4)
    guard room >= 5 else { return Digest.Columns.cut(text, to: columns - 1) }
    let filled = min(room, room * min(done, all) / all)
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: room - filled)
    return "[\(bar)] \(text)"
  }

  private static func tenths(_ rate: Double) -> String {
    let tenths = Int((rate * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// 45 s, 3 min 5 s, 2 h 10 min.
  private static func duration(_ seconds: Int) -> String {
    switch seconds {
    case ..<60: "\(seconds) s"
    case ..<3600: "\(seconds / 60) min \(seconds % 60) s"
    default: "\(seconds / 3600) h \(seconds % 3600 / 60) min"
    }
  }

  private static var now: Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
