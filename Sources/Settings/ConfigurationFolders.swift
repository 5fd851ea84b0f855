// SPDX-License-Identifier: Apache-2.0

/// Finds `minuted.conf` and its drop-ins the way systemd does, so that `systemd-analyze cat-config` shows
/// what counts.
///
/// The first `minuted.conf` of the roots is the main file. Drop-ins are `minuted.conf.d/*.conf` of all roots,
/// sorted by name whatever root they lie in; of two with the same name the earlier root's hides the other.
package struct ConfigurationFolders: Sendable, Hashable {
  /// /etc over /run over /usr/local/lib over /usr/lib.
  package static let system = Self(
    roots: ["/etc/minuted", "/run/minuted", "/usr/local/lib/minuted", "/usr/lib/minuted"])

  /// Most important first.
  package var roots: [String]

  package init(roots: [String]) { self.roots = roots }

  /// The files in the order in which they are to be parsed; none at all is fine.
  package func files() throws(StartupError) -> [ConfigurationFile] {
    var files: [ConfigurationFile] = []
    for root in roots {
      if let file = try read(root + "/minuted.conf") {
        files.append(file)
        break
      }
    }
    for path in try dropIns() {
      if let file = try read(path) { files.append(file) }
    }
    return files
  }

  /// Parses what lies there.
  package func load() throws(StartupError) -> (
    configuration: Configuration, warnings: [Configuration.Warning]
  ) {
    try Configuration.parse(try files())
  }

  private func dropIns() throws(StartupError) -> [String] {
    var paths: [String: String] = [:]
    for root in roots.reversed() {
      let folder = root + "/minuted.conf.d"
      do {
        for name in try DiskReader.names(in: folder, ending: ".conf") { paths[name] = folder + "/" + name }
      } catch  where error.isAbsence {
        continue
      } catch {
        throw Self.unreadable(folder, error)
      }
    }
    return paths.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.value)
  }

  /// The file at `path`, or nil where there is none; a link to /dev/null is an empty file, which masks a
  /// drop-in.
  private func read(_ path: String) throws(StartupError) -> ConfigurationFile? {
    do {
      return ConfigurationFile(path: path, bytes: try DiskReader.bytes(of: path))
    } catch  where error.isAbsence {
      return nil
    } catch {
      throw Self.unreadable(path, error)
    }
  }

  private static func unreadable(_ path: String, _ failure: DiskReader.Failure) -> StartupError {
    StartupError(
      "cannot read this: \(failure)", at: Place(file: path), hint: "make it readable for the user minuted")
  }
}
