// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc

/// One `minuted-extract`, working on one document.
///
/// Whoever starts it waits for `output` to become readable and for the deadline, calls `take()` when it is,
/// and `finish()` at its end; nothing here blocks, so that it fits a loop of events as well as a plain wait.
/// A loop that must not wait even for an instant lets `child` become readable before it calls `finish()`.
package struct ExtractorProcess: ~Copyable {
  /// The reading end of the child's standard output, non-blocking.
  package let output: Int32
  /// The child's pidfd: it becomes readable when the child has ended.
  package let child: Int32
  private let limits: ExtractionLimits
  private var taken: [UInt8] = []

  /// Starts `program` on a document; its bytes are handed over as a sealed file in memory.
  ///
  /// The child gets that, a pipe, /dev/null for its complaints, and nothing else: no environment, no other
  /// descriptor, no blocked signal. Throws `unable`.
  package init(
    program: String, format: DocumentFormat, document: [UInt8], limits: ExtractionLimits
  ) throws(ExtractionError) {
    let input = try Self.memoryFile(holding: document)
    defer { close(input) }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .unable(call: "pipe", code: errno) }
    defer { close(ends[1]) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    do {
      child = try Self.spawn([program, format.rawValue, limits.argument], input: input, output: ends[1])
    } catch {
      close(ends[0])
      throw error
    }
    output = ends[0]
    self.limits = limits
  }

  deinit {
    close(output)
    // A child that is still there would wait in vain for somebody to read what it writes.
    _ = minuted_pidfd_signal(child, SIGKILL)
    var peak = 0
    _ = minuted_pidfd_reap(child, &peak)
    close(child)
  }

  /// Takes what the pipe holds; true when the child has closed it. Throws `tooMuch`.
  package mutating func take() throws(ExtractionError) -> Bool {
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = read(output, &chunk, chunk.count)
      if count == 0 { return true }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EAGAIN { return false }
        throw .unable(call: "read", code: errno)
      }
      guard taken.count + count <= limits.output else { throw .tooMuch }
      taken.append(contentsOf: chunk[..<count])
    }
  }

  /// All that came, and how the child ended; it is killed if it still runs although it has closed its output.
  package consuming func finish() -> (bytes: [UInt8], ending: Ending) {
    var wait = pollfd(fd: child, events: Int16(POLLIN), revents: 0)
    // A child that has closed its output is within an instant of its end.
    while poll(&wait, 1, 1_000) < 0, errno == EINTR {}
    if wait.revents == 0 { _ = minuted_pidfd_signal(child, SIGKILL) }
    var peak = 0
    let status = minuted_pidfd_reap(child, &peak)
    let ending = Ending(
      signal: status >= 256 ? status - 256 : 0, status: status < 256 ? status : 0, peakMemory: peak)
    return (taken, ending)
  }

  /// How a child ended: by a signal, or with a status.
  package struct Ending: Sendable, Hashable {
    package var signal: Int32
    package var status: Int32
    /// The most memory it held, in bytes; 0 where that is not known.
    package var peakMemory: Int

    package init(signal: Int32, status: Int32, peakMemory: Int = 0) {
      self.signal = signal
      self.status = status
      self.peakMemory = peakMemory
    }
  }

  private static func memoryFile(holding document: [UInt8]) throws(ExtractionError) -> Int32 {
    let file = minuted_memory_file("document")
    guard file >= 0 else { throw .unable(call: "memfd_create", code: errno) }
    var written = 0
    while written < document.count {
      let count = document.withUnsafeBytes { write(file, $0.baseAddress! + written, $0.count - written) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        defer { close(file) }
        throw .unable(call: "write", code: errno)
      }
      written += count
    }
    _ = lseek(file, 0, SEEK_SET)
    _ = minuted_seal(file)
    return file
  }

  /// Returns a pidfd. A zombie keeps its number until it is reaped, so opening it after the spawn is no race.
  private static func spawn(
    _ command: [String], input: Int32, output: Int32
  ) throws(ExtractionError) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    _ = minuted_spawn_closing(&actions, 3)
    var attributes = cleanSignals()
    defer { posix_spawnattr_destroy(&attributes) }
    var arguments = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    var nothing: [UnsafeMutablePointer<CChar>?] = [nil]
    let code = posix_spawn(&process, command[0], &actions, &attributes, &arguments, &nothing)
    guard code == 0 else { throw .unable(call: "posix_spawn", code: code) }
    let descriptor = minuted_pidfd(process)
    guard descriptor >= 0 else { throw .unable(call: "pidfd_open", code: errno) }
    return descriptor
  }

  /// A session of its own, no signal blocked and none ignored, whatever the parent does with its own.
  private static func cleanSignals() -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    return attributes
  }
}
