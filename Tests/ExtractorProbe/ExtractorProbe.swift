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
@main struct ExtractorProbe {
  static func main() {
    let arguments = CommandLine.arguments
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
}
