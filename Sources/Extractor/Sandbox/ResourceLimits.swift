// SPDX-License-Identifier: Apache-2.0
internal import CLinux
package import Extraction
internal import Glibc

/// What a child may use up.
package enum ResourceLimits {
  package static func apply(_ limits: ExtractionLimits) throws(Refusal) {
    let all: [(name: String, resource: Int32, limit: Int)] = [
      ("CPU", RLIMIT_CPU.number, limits.cpuSeconds),
      ("AS", RLIMIT_AS.number, limits.memory),
      // No file can grow; a pipe is none.
      ("FSIZE", RLIMIT_FSIZE.number, 0),
      ("NOFILE", RLIMIT_NOFILE.number, 8),
      ("CORE", RLIMIT_CORE.number, 0),
      ("MEMLOCK", Int32(__RLIMIT_MEMLOCK.rawValue), 0),
      ("MSGQUEUE", Int32(__RLIMIT_MSGQUEUE.rawValue), 0),
      // Binds all but root.
      ("NPROC", Int32(__RLIMIT_NPROC.rawValue), 0),
    ]
    for entry in all {
      // A second between the two for computing: the signal at the first says what the child ended of.
      let most = UInt64(entry.limit) + (entry.resource == RLIMIT_CPU.number ? 1 : 0)
      guard minuted_limit(entry.resource, UInt64(entry.limit), most) == 0 else {
        throw Refusal(.sandbox, "RLIMIT_\(entry.name) \(errno)")
      }
    }
  }
}

extension __rlimit_resource {
  fileprivate var number: Int32 { Int32(rawValue) }
}
