// SPDX-License-Identifier: Apache-2.0
internal import CLinux
package import Extraction
internal import Glibc

/// The walls: what this process gives up before it looks at a document.
///
/// From the outside in, each within what the last one left: no new privileges, limits on resources, Landlock
/// (files, network, signals), seccomp (system calls). A wall that cannot be built is a reason to open
/// nothing.
package enum Sandbox {
  /// Builds all walls. Throws which one the kernel refused.
  package static func enter(_ profile: SandboxProfile, _ limits: ExtractionLimits) throws(Refusal) {
    try renounce()
    try ResourceLimits.apply(limits)
    try Landlock.restrict(to: profile)
    try SystemCallFilter.load(profile)
  }

  /// No privileges by exec, no life beyond the parent's, and the first choice of a kernel that runs out of
  /// memory.
  package static func renounce() throws(Refusal) {
    guard minuted_renounce() == 0 else { throw Refusal(.sandbox, "prctl \(errno)") }
    let file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC)
    // A comfort and no wall: without /proc the child lives all the same.
    if file >= 0 {
      _ = write(file, "1000", 4)
      close(file)
    }
  }
}
