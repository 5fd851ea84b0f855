// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit

/// A machine on which minuted is not installed: it has the catalog of it, and the files of docs/examples that were
/// copied from one that has.
enum Collector {
  static let tree = Result<URL, any Error> {
    _ = try Installation.tree.get()
    let tree = Installation.folder.appending(path: "collector")
    let catalogs = tree.appending(path: "usr/lib/systemd/catalog")
    let examples = tree.appending(path: "usr/share/doc/minuted/docs/examples")
    for folder in [catalogs, examples] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    for name in ["minuted.catalog", "minuted.zh_CN.catalog"] {
      try FileManager.default.copyItem(
        at: Repository.root.appending(path: "systemd/\(name)"), to: catalogs.appending(path: name))
    }
    try FileManager.default.copyItem(
      at: Repository.root.appending(path: "docs/examples/collector"),
      to: examples.appending(path: "collector"))
    return tree
  }
}
