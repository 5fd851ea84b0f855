// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// The folder of data files that belongs to the program: `lexicon/` with the tables, `opencc/` beside it.
///
/// It is found, in this order, by `$MINUTED_DATA_DIR`, beside the real executable
/// (PREFIX/libexec/minuted/minuted has PREFIX/share/minuted), as a `config` folder upwards from it (a
/// checkout), or at /usr/share/minuted.
package struct DataFolder: Sendable, Hashable {
  /// Absolute, or as the environment gave it; without a slash at the end.
  package var path: String

  package init(path: String) { self.path = path }

  /// The folder of the base lexicon.
  package var lexicon: String { path + "/lexicon" }

  /// The data folder of the executable at `executable`, whose links are resolved (`/proc/self/exe` is).
  ///
  /// A folder counts if it holds `lexicon/`. Where `$MINUTED_DATA_DIR` is set, only that one is looked at,
  /// because whoever sets it wants to be told when it is wrong. Throws exit code 69 where there is none.
  package static func find(
    executable: String = runningExecutable, environment: (String) -> String? = variable
  ) throws(StartupError) -> DataFolder {
    if let given = environment("MINUTED_DATA_DIR"), !given.isEmpty {
      let folder = DataFolder(path: given)
      if DiskReader.isFolder(folder.lexicon) { return folder }
      throw StartupError(
        "MINUTED_DATA_DIR has no folder lexicon", at: Place(file: given),
        hint: "name the folder that holds lexicon/, or unset the variable", exitCode: .missing)
    }
    for path in candidates(of: executable) where DiskReader.isFolder(path + "/lexicon") {
      return DataFolder(path: path)
    }
    throw StartupError(
      "the lexicons are nowhere to be found from \(executable)",
      hint: "install again with make install, or set MINUTED_DATA_DIR to the folder that holds lexicon/",
      exitCode: .missing)
  }

  /// Where to look, best first.
  private static func candidates(of executable: String) -> [String] {
    var above = executable.split(separator: "/").map(String.init).dropLast()
    var paths: [String] = []
    if above.count >= 2 { paths.append(absolute(above.dropLast(2)) + "share/minuted") }
    while !above.isEmpty {
      paths.append(absolute(above) + "config")
      above.removeLast()
    }
    return paths + ["/usr/share/minuted"]
  }

  private static func absolute(_ components: ArraySlice<String>) -> String {
    components.isEmpty ? "/" : "/" + components.joined(separator: "/") + "/"
  }

  /// The executable that runs, its links resolved.
  package static var runningExecutable: String {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    return String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
  }

  /// A variable of this process's environment.
  package static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
