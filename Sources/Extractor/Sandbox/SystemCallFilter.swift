// SPDX-License-Identifier: Apache-2.0
internal import CSeccomp
package import Extraction
internal import Glibc

/// The wall around system calls: a list of what is allowed; anything else ends the process at once.
package enum SystemCallFilter {
  /// Computing, reading and writing what is open, ending.
  private static let computing = [
    "read", "readv", "write", "writev", "lseek", "close", "fstat", "brk", "munmap", "mremap", "madvise",
    "futex",
    "exit", "exit_group", "rt_sigreturn", "rt_sigprocmask", "rt_sigaction", "sigaltstack", "clock_gettime",
    "clock_getres", "gettimeofday", "time", "getrandom", "sched_yield", "sysinfo", "getpid", "gettid",
  ]

  /// What a program's start takes beyond that: the loader looks for libraries, the C library sets itself up.
  private static let starting = [
    "access", "faccessat", "faccessat2", "newfstatat", "stat", "lstat", "statx", "pread64", "readlink",
    "readlinkat",
    "getdents64", "arch_prctl", "set_tid_address", "set_robust_list", "rseq", "getuid", "geteuid", "getgid",
    "getegid",
    "uname", "getcwd", "sched_getaffinity", "fcntl", "dup",
  ]

  /// What programs ask out of habit and get along without: refused, but no reason to end.
  private static let asking = [
    "ioctl", "prlimit64", "getrlimit", "prctl", "fadvise64", "umask", "statfs", "fstatfs", "unlink",
  ]

  /// Replaces what is allowed from here on. Throws where the kernel or libseccomp refuses.
  package static func load(_ profile: SandboxProfile) throws(Refusal) {
    guard let filter = seccomp_init(SCMP_ACT_KILL_PROCESS) else { throw Refusal(.sandbox, "seccomp_init") }
    defer { seccomp_release(filter) }
    for call in computing { try allow(call, in: filter) }
    for call in ["mmap", "mprotect"] { try allow(call, where: [without(PROT_EXEC, in: 2)], in: filter) }
    if case .converting = profile { try allowConverter(in: filter) }
    let code = seccomp_load(filter)
    guard code == 0 else { throw Refusal(.sandbox, "seccomp \(-code)") }
  }

  private static func allowConverter(in filter: scmp_filter_ctx) throws(Refusal) {
    for call in starting + ["execve"] { try allow(call, in: filter) }
    // The loader maps code from files; what could be written never becomes code.
    try allow("mmap", where: [without(PROT_WRITE, in: 2), without(MAP_ANONYMOUS, in: 3)], in: filter)
    try allow("openat", where: [without(O_ACCMODE | O_CREAT | O_TRUNC, in: 2)], in: filter)
    for call in asking { try refuse(call, in: filter) }
  }

  /// Argument `index` has none of these bits.
  private static func without(_ bits: Int32, in index: UInt32) -> scmp_arg_cmp {
    scmp_arg_cmp(arg: index, op: SCMP_CMP_MASKED_EQ, datum_a: UInt64(UInt32(bitPattern: bits)), datum_b: 0)
  }

  private static func allow(
    _ call: String, where conditions: [scmp_arg_cmp] = [], in filter: scmp_filter_ctx
  ) throws(Refusal) {
    try add(call, action: UInt32(SCMP_ACT_ALLOW), conditions, in: filter)
  }

  /// The call answers EPERM.
  private static func refuse(_ call: String, in filter: scmp_filter_ctx) throws(Refusal) {
    try add(call, action: 0x0005_0000 | UInt32(EPERM), [], in: filter)
  }

  private static func add(
    _ call: String, action: UInt32, _ conditions: [scmp_arg_cmp], in filter: scmp_filter_ctx
  ) throws(Refusal) {
    let number = seccomp_syscall_resolve_name(call)
    // Not every processor has every call (arm64 has no access); what it has not, nobody can call.
    guard number >= 0 else { return }
    let code = seccomp_rule_add_array(filter, action, number, UInt32(conditions.count), conditions)
    guard code == 0 else { throw Refusal(.sandbox, "seccomp \(call) \(-code)") }
  }
}
