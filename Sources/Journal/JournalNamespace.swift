// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Where the entries of this process go: what `LogNamespace=` of its unit has made of the journal's socket.
///
/// libsystemd always sends to one path. For a unit with a namespace systemd mounts the folder of that
/// namespace's journald over it, which the table of mounts shows; a process cannot choose for itself. Who
/// then reads another journal than it writes finds none of its entries, for ever.
package enum JournalNamespace {
  private static let folder = "/run/systemd/journal"

  /// The namespace that entries of this process go to; nil is the system journal.
  package static var current: String? { of(mounts: lines(of: "/proc/self/mountinfo")) }

  /// The namespace that a table of mounts tells, a mount a line as in proc(5): the last over the folder
  /// counts.
  ///
  /// `130 114 0:53 /systemd/journal.minuted /run/systemd/journal ro …` is the namespace minuted.
  static func of(mounts: [String]) -> String? {
    let roots = mounts.compactMap { line -> Substring? in
      let fields = line.split(separator: " ")
      return fields.count > 4 && fields[4] == folder ? fields[3] : nil
    }
    guard let name = roots.last?.split(separator: "/").last, name.hasPrefix("journal.") else { return nil }
    return String(name.dropFirst("journal.".count))
  }

  private static func lines(of path: String) -> [String] {
    guard let file = fopen(path, "re") else { return [] }
    defer { fclose(file) }
    var line: UnsafeMutablePointer<CChar>?
    var room = 0
    defer { free(line) }
    var lines: [String] = []
    while getline(&line, &room, file) > 0, let text = line { lines.append(String(cString: text)) }
    return lines
  }
}
