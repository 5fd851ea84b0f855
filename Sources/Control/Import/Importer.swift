// SPDX-License-Identifier: Apache-2.0

internal import CLinux
internal import Glibc
internal import Minutes

/// Hands files to the daemon, has it read and tell them, and says how far it is.
///
/// What the daemon knows already costs next to nothing, so an import that was killed is simply run again; one
/// that was handed over whole goes on in the daemon by itself.
final class Importer {
  /// A document: its name, what it is, and how its bytes are had.
  struct Item {
    let name: String
    let provenance: Provenance
    /// Opens it for reading; who calls closes it.
    let open: () throws(InputError) -> Int32
  }

  /// How many files could not be handed over.
  private(set) var failures = 0
  private let client: ControlClient
  private let path: String
  private var progress: ProgressBar
  /// What was said of the journal: each trouble once.
  private var told: Saying?

  /// The rules by which the daemon reads; nil where it does not say.
  private(set) lazy var rules: String? = try? ControlClient.connect(to: path).state().rules

  init(path: String = ControlClient.path, isQuiet: Bool) throws(ControlClient.Refusal) {
    client = try ControlClient.connect(to: path)
    self.path = path
    progress = ProgressBar(isQuiet: isQuiet)
  }

  /// Hands over all of them and waits until they are told.
  func run(_ items: [Item]) throws(ControlClient.Refusal) -> ControlClient.Reply {
    for (place, item) in items.enumerated() {
      progress.tell(Speech.say("handing over", "交付"), place, of: items.count)
      try hand(item)
    }
    try client.send(["verb": "import-end"])
    try watch()
    let reply = try client.reply()
    progress.end()
    return reply
  }

  private func hand(_ item: Item) throws(ControlClient.Refusal) {
    do {
      let descriptor = try item.open()
      defer { close(descriptor) }
      let request = ["verb": "import", "name": item.name, "provenance": item.provenance.rawValue]
      _ = try client.ask(request, with: descriptor)
    } catch {
      // A daemon that is gone takes no other file either.
      if let refusal = error as? ControlClient.Refusal, refusal.isAbsence { throw refusal }
      progress.end()
      failures += 1
      Output.complain(error is InputError ? "\(error)" : "\(item.name): \(error)")
    }
  }

  /// Says once that the service waits for the journal, and once that it goes on.
  private func tell(journal trouble: Saying?) {
    guard trouble != told else { return }
    progress.end()
    told = trouble
    Output.complain(Self.text(journal: trouble))
  }

  static func text(journal trouble: Saying?) -> String {
    guard let trouble else { return Speech.say("the journal takes entries again; going on", "系统日志已恢复，继续") }
    return Speech.say(
      "waiting for the journal: \(trouble.english); nothing is lost, and the import goes on by itself",
      "等待系统日志：\(trouble.chinese)；什么也不会丢，恢复后自动继续")
  }

  /// Tells how far the daemon is until it has answered.
  private func watch() throws(ControlClient.Refusal) {
    let asking = try? ControlClient.connect(to: path)
    while !client.hasReply(within: 200) {
      guard let state = try? asking?.state() else { continue }
      tell(journal: state.journalTrouble)
      guard let batch = state.batch else { continue }
      if batch.unread > 0 {
        progress.tell(Speech.say("reading", "读取"), batch.files - batch.unread, of: batch.files)
      } else {
        progress.tell(Speech.say("telling", "发布"), max(0, batch.files - batch.untold), of: batch.files)
      }
    }
  }
}

extension Importer.Item {
  /// A file, opened without following a link.
  init(_ file: ImportFiles.File, _ provenance: Provenance) {
    self.init(name: file.name, provenance: provenance) { () throws(InputError) in
      let descriptor = Glibc.open(file.path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      if descriptor < 0, errno == ELOOP {
        throw InputError(path: file.path, "is a symbolic link; give the file that it leads to")
      }
      guard descriptor >= 0 else { throw InputError(path: file.path, code: errno) }
      return descriptor
    }
  }

  /// A document that is carried in another file.
  init(_ name: String, _ provenance: Provenance, bytes: @escaping () throws(InputError) -> [UInt8]) {
    self.init(name: name, provenance: provenance) { () throws(InputError) in
      let content = try bytes()
      let descriptor = minuted_memory_file("minutectl")
      guard descriptor >= 0 else { throw InputError(path: name, code: errno) }
      let code = Output.send(content, to: descriptor)
      guard code == 0 else {
        close(descriptor)
        throw InputError(path: name, code: code)
      }
      lseek(descriptor, 0, SEEK_SET)
      return descriptor
    }
  }
}
