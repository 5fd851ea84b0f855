// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// The pager that long output goes through, as it does for systemctl.
///
/// `MINUTED_PAGER`, `SYSTEMD_PAGER` and `PAGER` name one, the first that is set; empty or `cat` is none.
/// Without them `pager`, `less` or `more` is taken. It gets what systemd gives to less: FRSXMK, so that what
/// fits on the screen simply stands there.
struct Pager {
  /// The program with its arguments, or what a shell is to run.
  private let calls: [[String]]
  private let variables: [String: String]

  /// The pager that an environment asks for; nil where it asks for none.
  ///
  /// Under sudo the pager must not give a shell away: only less can be told so.
  init?(_ variable: (String) -> String?, isSet: (String) -> Bool) {
    let names = ["MINUTED_PAGER", "SYSTEMD_PAGER", "PAGER"]
    let isSecure = variable("SYSTEMD_PAGERSECURE").map { $0 != "0" } ?? (variable("SUDO_UID") != nil)
    var variables = ["LESS": variable("SYSTEMD_LESS") ?? "FRSXMK"]
    variables["LESSCHARSET"] = variable("SYSTEMD_LESSCHARSET") ?? variable("LESSCHARSET") ?? "utf-8"
    if isSecure { variables["LESSSECURE"] = "1" }
    self.variables = variables
    let named = names.first(where: isSet).map { variable($0) ?? "" }
    if let named, named.isEmpty || named == "cat" { return nil }
    let usual = isSecure ? [["less"]] : [["pager"], ["less"], ["more"]]
    calls = (isSecure ? [] : named.map { [["/bin/sh", "-c", $0]] } ?? []) + usual
  }

  /// Starts it with `descriptor` as its standard input: its process, or nil where no pager can be started.
  func start(reading descriptor: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, descriptor, STDIN_FILENO)
    for (name, value) in variables.sorted(by: { $0.key < $1.key }) { setenv(name, value, 1) }
    for call in calls {
      var process: pid_t = 0
      var arguments = call.map { strdup($0) } + [nil]
      defer { for argument in arguments { free(argument) } }
      if posix_spawnp(&process, call[0], &actions, nil, &arguments, environ) == 0 { return process }
    }
    return nil
  }
}

/// The one pager of this process.
extension Pager {
  nonisolated(unsafe) private static var process: pid_t?

  /// Sends standard output, and complaints that would be written over it, through a pager; once.
  static func open() {
    guard process == nil, Terminal.isThere, Terminal.variable("TERM") != "dumb",
      let pager = Pager({ Terminal.variable($0) }, isSet: { getenv($0) != nil })
    else { return }
    // Decided while standard output is still the terminal.
    _ = (Terminal.width, Terminal.showsColours)
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { for end in ends { Glibc.close(end) } }
    guard let started = pager.start(reading: ends[0]) else { return }
    process = started
    dup2(ends[1], STDOUT_FILENO)
    if isatty(STDERR_FILENO) == 1 { dup2(ends[1], STDERR_FILENO) }
  }

  /// Ends the output and waits until it has been looked at.
  static func close() {
    guard let process else { return }
    // ^C is the pager's matter now.
    signal(SIGINT, SIG_IGN)
    Glibc.close(STDOUT_FILENO)
    if isatty(STDERR_FILENO) != 1 { Glibc.close(STDERR_FILENO) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }
}
