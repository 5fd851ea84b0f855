// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import FoundationEssentials
internal import Glibc
internal import Minutes

/// `minutectl import DIR…`: hands folders of reports to the daemon, which reads them all and then tells of them in order
/// of their dates. Files that are known already are passed over, so a broken import is simply run again.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Hand folders of reports to the daemon.",
    discussion: "Hidden files and README files are left out. Needs root.")

  @Option(help: "What the reports are: report, paraphrase (facts real, wording not) or invented.")
  var provenance = "report"

  @Argument(help: "Folders or files.", completion: .directory)
  var paths: [String]

  func validate() throws {
    guard Provenance(rawValue: provenance) != nil else {
      let known = Provenance.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--provenance \(provenance) is not known; give one of \(known)")
    }
  }

  func run() throws {
    do throws(ControlClient.Refusal) {
      let client = try ControlClient.connect()
      let failed = paths.flatMap(Self.files).filter { !sent($0, to: client) }
      report(try client.ask(["verb": "import-end"]))
      if !failed.isEmpty { throw ControlClient.Refusal(description: "\(failed.count) files were not imported") }
    } catch {
      Output.complain("\(error)")
      throw ExitCode(1)
    }
  }

  /// True where the daemon took the file; what it says otherwise is told.
  private func sent(_ file: (path: String, name: String), to client: ControlClient) -> Bool {
    do { try send(file, to: client) } catch {
      Output.complain("\(file.path): \(error)")
      return false
    }
    return true
  }

  private func send(_ file: (path: String, name: String), to client: ControlClient) throws {
    let descriptor = open(file.path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { throw InputError(path: file.path, code: errno) }
    defer { close(descriptor) }
    _ = try client.ask(["verb": "import", "name": file.name, "provenance": provenance], with: descriptor)
  }

  private func report(_ reply: ControlClient.Reply) {
    let counts = [
      ("digests", reply.digests), ("duplicates", reply.duplicates), ("further sources", reply.sources),
      ("rejected", reply.rejected), ("known already", reply.unchanged),
    ]
    let parts = counts.compactMap { name, count in count.flatMap { $0 > 0 ? "\($0) \(name)" : nil } }
    Output.line("\(reply.files ?? 0) files: \(parts.isEmpty ? "nothing new" : parts.joined(separator: ", "))")
  }

  /// The files below a path, in order of their names; each under the name of its folder.
  private static func files(below path: String) -> [(path: String, name: String)] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder else {
      return [(path, InputFile(path: path).name)]
    }
    let folder = InputFile(path: path).name
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
    return names.sorted().filter { name in
      let parts = name.split(separator: "/")
      return !parts.contains { $0.hasPrefix(".") } && parts.last.map { !$0.hasPrefix("README") } ?? false
        && !isDirectory("\(path)/\(name)")
    }.map { ("\(path)/\($0)", "\(folder)/\($0)") }
  }

  private static func isDirectory(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }
}
