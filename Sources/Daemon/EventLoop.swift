// SPDX-License-Identifier: Apache-2.0

internal import CSystemd
internal import Glibc

/// The one loop of the daemon, by sd-event: descriptors, signals, timers, work for later, the watchdog.
///
/// Everything runs on the thread that calls `run()`. Handlers live as long as the loop, or until `cancel()`.
final class EventLoop {
  /// Something the loop waits for; `cancel()` ends it.
  final class Source {
    fileprivate var source: OpaquePointer?
    fileprivate let body: (UInt32) -> Void

    fileprivate init(_ body: @escaping (UInt32) -> Void) { self.body = body }

    /// Ends the waiting and lets go of the handler.
    func cancel() {
      sd_event_source_disable_unref(source)
      source = nil
    }

    /// Sleeps or wakes a source without forgetting it.
    var enabled: Bool {
      get {
        var state: Int32 = 0
        return sd_event_source_get_enabled(source, &state) > 0
      }
      set { sd_event_source_set_enabled(source, newValue ? Int32(SD_EVENT_ON) : Int32(SD_EVENT_OFF)) }
    }

    /// Takes turns with the work for later, so that neither keeps out the other however much comes.
    func takeTurns() { sd_event_source_set_priority(source, Int64(SD_EVENT_PRIORITY_IDLE)) }

    /// What a descriptor is watched for from now on; that it was hung up is always told.
    func listen(for events: UInt32) { sd_event_source_set_io_events(source, events) }

    /// Arms a timer for a moment of CLOCK_BOOTTIME, in microseconds.
    func fire(at moment: UInt64) {
      sd_event_source_set_time(source, moment)
      sd_event_source_set_enabled(source, Int32(SD_EVENT_ONESHOT))
    }

    /// Runs the handler once, at the loop's next turn.
    func wake() { sd_event_source_set_enabled(source, Int32(SD_EVENT_ONESHOT)) }
  }

  /// Readiness to read, as epoll reports it.
  static let readable: UInt32 = 0x001

  /// News beside the data, as epoll reports it: how the kernel's table of mounts tells of a change.
  static let urgent: UInt32 = 0x002

  /// Room to write, as epoll reports it.
  static let writable: UInt32 = 0x004

  /// Nobody is at the other end any more, as epoll reports it.
  static let hungUp: UInt32 = 0x010

  private let event: OpaquePointer
  private var sources: [Source] = []
  private var code: Int32 = 0

  init() {
    var made: OpaquePointer?
    let result = sd_event_new(&made)
    guard result >= 0, let made else { fatalError("sd_event_new: \(String(cString: strerror(-result)))") }
    event = made
    // systemd's watchdog is fed by the loop itself: a loop that hangs is restarted.
    sd_event_set_watchdog(event, 1)
  }

  /// Microseconds of CLOCK_BOOTTIME: the clock that deadlines are on, which goes on through a suspend.
  static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return UInt64(time.tv_sec) * 1_000_000 + UInt64(time.tv_nsec) / 1000
  }

  /// Calls `body` whenever the descriptor is ready for `events`.
  @discardableResult
  func watch(_ descriptor: Int32, for events: UInt32 = readable, _ body: @escaping (UInt32) -> Void) -> Source
  {
    add(body) { source, context in
      sd_event_add_io(
        self.event, source, descriptor, events, { _, _, ready, context in EventLoop.call(context, ready) },
        context)
    }
  }

  /// Calls `body` for each signal; the signal is blocked everywhere else, in threads made later too.
  @discardableResult
  func onSignal(_ signal: Int32, _ body: @escaping () -> Void) -> Source {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, signal)
    pthread_sigmask(SIG_BLOCK, &set, nil)
    return add({ _ in body() }) { source, context in
      sd_event_add_signal(
        self.event, source, signal, { _, _, context in EventLoop.call(context, 0) }, context)
    }
  }

  /// A timer that is off until `fire(at:)`.
  func timer(_ body: @escaping () -> Void) -> Source {
    let source = add({ _ in body() }) { source, context in
      sd_event_add_time(
        self.event, source, CLOCK_BOOTTIME, UInt64.max, 1000, { _, _, context in EventLoop.call(context, 0) },
        context)
    }
    source.enabled = false
    return source
  }

  /// Work that runs at the loop's next turn after each `wake()`, behind everything that is ready by itself.
  func later(_ body: @escaping () -> Void) -> Source {
    let source = add({ _ in body() }) { source, context in
      sd_event_add_defer(self.event, source, { _, context in EventLoop.call(context, 0) }, context)
    }
    sd_event_source_set_priority(source.source, Int64(SD_EVENT_PRIORITY_IDLE))
    source.enabled = false
    return source
  }

  /// Runs until `stop`; returns its code.
  func run() -> Int32 { sd_event_loop(event) }

  /// True once it was stopped because something failed.
  var hasFailed: Bool { code != 0 }

  /// Ends the loop; the first code that tells of a failure stays.
  func stop(_ code: Int32 = 0) {
    if !hasFailed { self.code = code }
    sd_event_exit(event, self.code)
  }

  private func add(
    _ body: @escaping (UInt32) -> Void,
    _ make: (UnsafeMutablePointer<OpaquePointer?>, UnsafeMutableRawPointer) -> Int32
  ) -> Source {
    let source = Source(body)
    let result = make(&source.source, Unmanaged.passUnretained(source).toOpaque())
    guard result >= 0 else { fatalError("sd-event: \(String(cString: strerror(-result)))") }
    sources.removeAll { $0.source == nil }
    sources.append(source)
    return source
  }

  private static func call(_ context: UnsafeMutableRawPointer?, _ ready: UInt32) -> Int32 {
    guard let context else { return 0 }
    Unmanaged<Source>.fromOpaque(context).takeUnretainedValue().body(ready)
    return 0
  }
}
