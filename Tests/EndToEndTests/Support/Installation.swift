// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit

/// The installed tree that all boxes of this run share, and the folder that holds their states.
///
/// It is made once by `scripts/install` from the release build, so that the tests see what a user gets. Its
/// folder carries the number of the test process; what killed runs left behind is removed.
enum Installation {
  static let scripts = Repository.root.appending(path: "scripts")
  static let folder = URL(filePath: "/tmp/minuted-end-to-end.\(ProcessInfo.processInfo.processIdentifier)")

  /// Where the tree lies, or why there is none.
  static let tree = Result<URL, any Error> {
    guard getuid() == 0 else {
      throw Failure("the end-to-end tests boot a private systemd, which needs root; run: sudo make test")
    }
    removeLeftovers()
    atexit { try? FileManager.default.removeItem(at: Installation.folder) }
    let tree = folder.appending(path: "tree")
    let install = try Command(
      scripts.appending(path: "install"), [], environment: ["DESTDIR": tree.path, "PREFIX": "/usr/local"])
    guard install.status == 0 else {
      throw Failure("scripts/install ended with \(install.status): \(install.errors)")
    }
    return tree
  }

  private static func removeLeftovers() {
    let files = FileManager.default
    for name in (try? files.contentsOfDirectory(atPath: "/tmp")) ?? []
    where name.hasPrefix("minuted-end-to-end.") {
      guard let process = name.split(separator: ".").last, !files.fileExists(atPath: "/proc/\(process)")
      else { continue }
      try? files.removeItem(atPath: "/tmp/\(name)")
    }
  }
}
