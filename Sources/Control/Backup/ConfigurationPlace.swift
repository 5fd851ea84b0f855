// SPDX-License-Identifier: Apache-2.0

internal import Glibc
internal import Settings

/// Where files of a backup's configuration may be put: a backup from elsewhere must not be able to name
/// /etc/cron.d, nor reach it by a link.
struct ConfigurationPlace {
  private let root: String
  /// The folders that `LexiconPath=` of this machine names, for tables alone.
  private let lexicons: [String]

  init(root: String) {
    self.root = root
    lexicons = (try? ConfigurationFolders(roots: [root]).load())?.0.lexiconPaths ?? []
  }

  /// True for a path below the configuration's folder, or for a table in one of words, with no link on the way.
  func holds(_ path: String) -> Bool {
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !steps.contains(".."), !steps.contains(".") else { return false }
    if path.hasPrefix(root + "/") { return !hasLink(path, below: root) }
    return lexicons.contains { folder in
      path.hasPrefix(folder + "/") && path.hasSuffix(".tsv") && !hasLink(path, below: folder)
    }
  }

  private func hasLink(_ path: String, below folder: String) -> Bool {
    var place = folder
    for step in path.dropFirst(folder.count).split(separator: "/") {
      place += "/" + step
      var status = stat()
      if lstat(place, &status) == 0, status.st_mode & S_IFMT == S_IFLNK { return true }
    }
    return false
  }
}
