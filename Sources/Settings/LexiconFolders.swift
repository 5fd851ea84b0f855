// SPDX-License-Identifier: Apache-2.0
package import Lexicon

/// The folders of tables that are laid over one another: the base first, each later one replacing keys of the
/// earlier.
///
/// Base, then /etc/minuted/lexicon if it is there, then `LexiconPath=`, then `--lexicon`.
package struct LexiconFolders: Sendable, Hashable {
  /// Where the administrator of the machine lays tables over the installed ones.
  package static let machine = "/etc/minuted/lexicon"

  /// In order of application.
  package var paths: [String]
  /// A folder of this set may be absent; all others must be there.
  private var optional: Set<String>

  /// The folders in the order of the contract; `configured` is `LexiconPath=`, `given` is `--lexicon`.
  package init(
    base: DataFolder, machine: String = Self.machine, configured: [String] = [], given: [String] = []
  ) {
    paths = [base.lexicon, machine] + configured + given
    optional = [machine]
  }

  /// Reads the tables of every folder, one layer a folder, sorted by name within it.
  ///
  /// A folder without tables makes no layer. Throws exit code 78 naming the folder or file that cannot be
  /// read.
  package func layers() throws(StartupError) -> [[LexiconFile]] {
    var layers: [[LexiconFile]] = []
    for path in paths {
      let files = try tables(in: path)
      if !files.isEmpty { layers.append(files) }
    }
    return layers
  }

  private func tables(in folder: String) throws(StartupError) -> [LexiconFile] {
    let names: [String]
    do {
      names = try DiskReader.names(in: folder, ending: ".tsv")
    } catch {
      if error.isAbsence, optional.contains(folder) { return [] }
      throw StartupError(
        "cannot list this folder of lexicons: \(error)", at: Place(file: folder),
        hint: "give a folder of .tsv tables that the program may read")
    }
    var files: [LexiconFile] = []
    for name in names {
      let path = folder + "/" + name
      do {
        files.append(LexiconFile(path: path, bytes: try DiskReader.bytes(of: path)))
      } catch {
        throw StartupError(
          "cannot read this table: \(error)", at: Place(file: path), hint: "make it readable, or take it away"
        )
      }
    }
    return files
  }
}
