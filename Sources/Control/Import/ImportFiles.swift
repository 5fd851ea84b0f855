// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials

/// The files that an import hands over.
enum ImportFiles {
  /// A file and the name that it is kept under, with its folder's: `2023/2023-02-21-shenzhen.txt`.
  struct File {
    let path: String
    let name: String
  }

  /// The files below a path, in order of their names; each under the name of its folder.
  ///
  /// Hidden files and README files are none; a path that is no folder stands for itself.
  static func below(_ path: String) -> [File] {
    guard isFolder(path) else { return [File(path: path, name: InputFile(path: path).name)] }
    let folder = InputFile(path: path).name
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
    return names.sorted().filter { isWanted($0) && !isFolder("\(path)/\($0)") }
      .map { File(path: "\(path)/\($0)", name: "\(folder)/\($0)") }
  }

  private static func isWanted(_ name: String) -> Bool {
    let parts = name.split(separator: "/")
    return !parts.contains { $0.hasPrefix(".") } && parts.last.map { !$0.hasPrefix("README") } ?? false
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }
}
