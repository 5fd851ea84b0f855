// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import FoundationEssentials
internal import Settings

/// The configuration that a backup takes along: all of /etc/minuted, and the folders that `LexiconPath=` names.
struct CarriedConfiguration {
  /// By path.
  private(set) var files: [CarriedFile] = []
  /// What could not be read, a line each.
  private(set) var complaints: [String] = []

  /// Where an administrator's configuration lies.
  static let usual = "/etc/minuted"

  /// Gathers what lies below `root` and in the folders of tables that its files name.
  init(root: String) {
    var paths = Set(Self.files(below: root))
    do throws(StartupError) {
      let (configuration, _) = try ConfigurationFolders(roots: [root]).load()
      for folder in configuration.lexiconPaths {
        paths.formUnion(Self.files(below: folder).filter { $0.hasSuffix(".tsv") })
      }
    } catch {
      complaints.append("\(error)")
    }
    for path in paths.sorted() {
      do throws(InputError) {
        files.append(CarriedFile(path: path, bytes: try InputFile(path: path).bytes()))
      } catch {
        complaints.append("\(error)")
      }
    }
  }

  private static func files(below folder: String) -> [String] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.map { "\(folder)/\($0)" }.filter { path in
      var isFolder = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder
    }
  }
}
