// SPDX-License-Identifier: Apache-2.0
internal import CProbes
internal import Extraction
internal import Extractor
internal import Glibc

/// `ExtractorProbe PROFILE WALLS INDEX`: builds the walls named, then tries one forbidden thing.
///
/// PROFILE is parsing or converting; WALLS any of limits, landlock, seccomp with commas between, or none. The
/// exit status is 0 where the thing was done and the errno where it was refused; a filter ends the process by
/// SIGSYS.
///
/// `ExtractorProbe all` does that for every profile, wall and thing and prints a line for each, so that one run
/// within a unit tells what each layer stops there: profile, wall, name, exit status or 256 and the signal.
@main struct ExtractorProbe {
  static func main() {
    let arguments = CommandLine.arguments
    if arguments.count == 2 { tellAll() }
    let profile = arguments[1] == "parsing" ? SandboxProfile.parsing : .converting(.pdf)
    do throws(Refusal) {
      try Sandbox.renounce()
      let walls = arguments[2].split(separator: ",")
      if walls.contains("limits") { try ResourceLimits.apply(ExtractionLimits()) }
      if walls.contains("landlock") { try Landlock.restrict(to: profile) }
      if walls.contains("seccomp") { try SystemCallFilter.load(profile) }
    } catch {
      _exit(200)
    }
    _exit(probe_try(Int32(arguments[3]) ?? 0))
  }

  private static func tellAll() -> Never {
    for profile in ["parsing", "converting"] {
      for wall in ["none", "limits", "landlock", "seccomp", "limits,landlock,seccomp"] {
        for probe in 0..<probe_count() {
          let name = String(cString: probe_name(probe))
          print(profile, wall, name, outcome([profile, wall, String(probe)]), separator: "\t")
        }
      }
    }
    exit(0)
  }

  private static func outcome(_ arguments: [String]) -> Int32 {
    var child: pid_t = 0
    var status: Int32 = 0
    var words = (["probe"] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    guard posix_spawn(&child, "/proc/self/exe", nil, nil, &words, environ) == 0 else { return -1 }
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 256 + status & 0x7F
  }
}
