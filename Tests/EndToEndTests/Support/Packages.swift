// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit

/// The Debian package of the release build, as three versions of it, for boxes that have nothing installed.
///
/// They are made once, not compressed. All hold the same programs: what differs is how dpkg orders them.
enum Packages {
  static let previous = "0.0.9"
  static let current = "0.1.0"

  /// A tree for boxes that holds the packages and nothing else, or why there is none.
  static let tree = Result<URL, any Error> {
    _ = try Installation.tree.get()
    let tree = Installation.folder.appending(path: "packages")
    let folder = tree.appending(path: "usr/share/packages")
    let made = try Command(Installation.scripts.appending(path: "deb"), ["--quick", folder.path])
    guard made.status == 0 else { throw Failure("scripts/deb ended with \(made.status): \(made.errors)") }
    try repack(file(current, in: folder), as: previous, into: folder)
    return tree
  }

  /// Where a version's package lies in a box.
  static func path(_ version: String) -> String { "/usr/share/packages/\(name(version))" }

  private static func name(_ version: String) -> String { "minuted_\(version)_amd64.deb" }

  private static func file(_ version: String, in folder: URL) -> URL { folder.appending(path: name(version)) }

  /// Makes the same package anew under another version.
  private static func repack(_ package: URL, as version: String, into folder: URL) throws {
    let contents = folder.appending(path: "contents")
    defer { try? FileManager.default.removeItem(at: contents) }
    let tool = URL(filePath: "/usr/bin/dpkg-deb")
    var steps = [try Command(tool, ["--raw-extract", package.path, contents.path])]
    let control = contents.appending(path: "DEBIAN/control")
    let text = try String(contentsOf: control, encoding: .utf8)
    try text.replacing("Version: \(current)\n", with: "Version: \(version)\n")
      .write(to: control, atomically: true, encoding: .utf8)
    steps.append(try Command(tool, ["--build", "-Znone", contents.path, file(version, in: folder).path]))
    for step in steps where step.status != 0 { throw Failure("dpkg-deb: \(step.errors)") }
  }
}

extension Box {
  /// Runs dpkg as a script does: nobody is there to answer.
  func dpkg(_ arguments: String...) throws -> Command {
    try run(["env", "DEBIAN_FRONTEND=noninteractive", "dpkg"] + arguments)
  }

  /// Installs a version of the package.
  func install(_ version: String = Packages.current) throws {
    let result = try dpkg("--install", Packages.path(version))
    guard result.status == 0 else { throw Failure("dpkg --install \(version): \(result.errors)") }
  }

  /// What lies in the state folder of the service, by name.
  func stateFiles() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: state.appending(path: "lib").path).sorted()
  }
}
