// SPDX-License-Identifier: Apache-2.0

/// Which names in the drop folder are no reports: unfinished downloads, editors' copies, what systems leave
/// behind.
///
/// A pattern matches one component: `*` is any bytes, `?` one byte, all else itself. A matched folder is not
/// entered.
package struct IgnoreList: Sendable, Hashable {
  /// The patterns that always hold.
  ///
  /// `sed??????` is what `sed -i` renames over the file, `#*#` what Emacs saves by itself.
  package static let standard = [
    ".*", "*~", "~$*", "*.part", "*.filepart", "*.crdownload", "*.tmp", "*.swp", ".~lock*", "#*#",
    "sed??????", "@eaDir", "__MACOSX", "Thumbs.db", "desktop.ini", "*.lnk", "*.url",
  ]

  private let patterns: [[UInt8]]

  /// The standard patterns and what the configuration adds (`Ignore=`).
  package init(adding more: [String] = []) {
    patterns = (Self.standard + more).map { Array($0.utf8) }
  }

  /// Only these patterns, such as those of `Hold=`.
  package init(only patterns: [String]) {
    self.patterns = patterns.map { Array($0.utf8) }
  }

  package func ignores(_ component: [UInt8]) -> Bool {
    patterns.contains { Self.matches(component[...], $0[...]) }
  }

  /// Wildcards without recursion: at a mismatch the last `*` takes one byte more.
  private static func matches(_ name: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
    var (n, p) = (name.startIndex, pattern.startIndex)
    var retry: (name: Int, pattern: Int)?
    while n < name.endIndex {
      if p < pattern.endIndex, pattern[p] == UInt8(ascii: "*") {
        retry = (n, p + 1)
        p += 1
      } else if p < pattern.endIndex, pattern[p] == UInt8(ascii: "?") || pattern[p] == name[n] {
        (n, p) = (n + 1, p + 1)
      } else if let last = retry {
        retry = (last.name + 1, last.pattern)
        (n, p) = (last.name + 1, last.pattern)
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
