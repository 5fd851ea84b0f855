// SPDX-License-Identifier: Apache-2.0

internal import Extraction
internal import Glibc

/// One `minuted-extract` as the loop sees it: its pipe, its end, its deadline. The loop never waits for it.
///
/// When the pipe is closed the pidfd is listened to, and only when that says that the child has ended is it
/// reaped, which then takes no time.
final class ExtractingChild {
  /// What came back from a child that has ended by itself.
  typealias Answer = (bytes: [UInt8], ending: ExtractorProcess.Ending)

  private let loop: EventLoop
  private var process: ExtractorProcess?
  private var source: EventLoop.Source?
  private var deadline: EventLoop.Source?
  private let limits: ExtractionLimits
  private let end: (Result<Answer, ExtractionError>) -> Void

  /// Listens to a child that was just started; `end` is called once, from the loop.
  init(
    _ process: consuming ExtractorProcess, _ limits: ExtractionLimits, _ loop: EventLoop,
    end: @escaping (Result<Answer, ExtractionError>) -> Void
  ) {
    let output = process.output
    self.loop = loop
    self.limits = limits
    self.end = end
    self.process = consume process
    source = loop.watch(output) { [unowned self] _ in take() }
    deadline = loop.timer { [unowned self] in finish(.failure(.tooSlow(seconds: limits.wallSeconds))) }
    deadline?.fire(at: EventLoop.now + UInt64(limits.wallSeconds) * 1_000_000)
  }

  deinit { kill() }

  /// Ends the child; nothing is told of it.
  func kill() {
    // Before the descriptors are closed: the loop must not look at what has taken their numbers.
    source?.cancel()
    deadline?.cancel()
    (source, deadline) = (nil, nil)
    process = nil
  }

  private func take() {
    do throws(ExtractionError) {
      guard try process?.take() == true, let child = process?.child else { return }
      source?.cancel()
      source = loop.watch(child) { [unowned self] _ in reap() }
    } catch {
      finish(.failure(error))
    }
  }

  private func reap() {
    source?.cancel()
    source = nil
    guard let ended = process.take() else { return }
    finish(.success(ended.finish()))
  }

  private func finish(_ result: Result<Answer, ExtractionError>) {
    kill()
    end(result)
  }
}
