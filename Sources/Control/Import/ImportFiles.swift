// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import Glibc

/// The files that an import hands over.
enum ImportFiles {
  /// A file and the name that it is kept under, with its folder's: `2023/2023-02-21-shenzhen.txt`.
  struct File {
    let path: String
    let name: String
  }

  /// The files below a path, in order of their names; each under the name of its folder.
  ///
  /// Hidden files and README files are none; a path that is no folder stands for itself. A folder that may not
  /// be read, or has no report in it, is told: nothing would look like all of it.
  static func below(_ path: String) throws(InputError) -> [File] {
    guard isFolder(path) else { return [File(path: path, name: InputFile(path: path).name)] }
    let files = try within(path, named: InputFile(path: path).name).sorted { $0.name < $1.name }
    guard !files.isEmpty else {
      throw InputError(
        path: path,
        "holds no reports (hidden files and README files are none); give a folder with reports in it")
    }
    return files
  }

  /// The files of a folder and of those in it; links to folders are not followed, they could lead in a circle.
  private static func within(_ folder: String, named name: String) throws(InputError) -> [File] {
    try check(folder)
    var files: [File] = []
    for entry in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      let file = File(path: "\(folder)/\(entry)", name: "\(name)/\(entry)")
      guard !entry.hasPrefix("."), isFolder(file.path) || !entry.hasPrefix("README") else { continue }
      if !isFolder(file.path) {
        files.append(file)
      } else if !isLink(file.path) {
        files += try within(file.path, named: file.name)
      }
    }
    return files
  }

  private static func check(_ folder: String) throws(InputError) {
    guard access(folder, R_OK | X_OK) != 0 else { return }
    let reason = String(cString: strerror(errno))
    throw InputError(
      path: folder, "\(reason); make the folder readable: chmod a+rx, or run it with sudo")
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }
}
