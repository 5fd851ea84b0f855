// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Glibc

/// `minutectl release FILE|SHA256|NUMBER…`: tells what is on hold, now or at a time.
struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: "Tell files that are on hold.",
    discussion: """
      Files in sub-folders of Hold= are read and kept, and nothing of them is told before they are \
      released. A file is \
      named as minutectl list --held lists it: by its name, its number, or the beginning of its \
      SHA-256; the name of a \
      folder is all that lies in it. Moving a file out of the folder releases it too. Needs root or the \
      group \
      minuted-admin.

        minutectl release embargo/深圳.txt
        minutectl release embargo --at '2027-02-21 09:00'
        minutectl hold embargo

      minutectl hold takes a planned time back.
      """)

  @Flag(help: "All that is on hold.")
  var all = false

  @Option(help: "Not now but at this time: 2027-02-21, “2027-02-21 09:00”, +2h.", transform: Moment.option)
  var at: Moment?

  @Argument(help: "Files as minutectl list --held lists them.", completion: .held)
  var files: [String] = []

  func validate() throws {
    guard all == files.isEmpty, !files.contains("") else {
      throw ValidationError("name files as minutectl list --held lists them, or give --all")
    }
    if let at, at.microseconds / 1_000_000 <= Int64(Glibc.time(nil)) {
      throw ValidationError(
        "--at \(Moment.text(at.microseconds)) is not to come; leave it out to release at once")
    }
  }

  func run() throws {
    var members = ["verb": "release"]
    if all { members["all"] = "yes" }
    if let at { members["at"] = String(at.microseconds) }
    try ControlClient.asking { (client) throws(ControlClient.Refusal) in
      let reply = try client.ask(members, lists: ["files": files])
      let count = reply.files ?? 0
      let files = count.counted("file", "files", ("", "份"))
      if let at {
        let time = Moment.text(at.microseconds)
        return Output.line(Speech.say("\(files) to be told at \(time)", "\(files)将于 \(time) 发出"))
      }
      let parts = reply.outcomes + [reply.rejected.told("refused", "refused", ("拒收", "份"))].compactMap(\.self)
      let done = Speech.say("\(files) released", "已解除保留\(files)")
      Output.line(done + (parts.isEmpty ? "" : Speech.say(": ", "：") + Speech.list(parts)))
    }
  }
}
