// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest
internal import Minutes

extension ControlVerb {
  /// Removes documents for good: `target` is a meeting's id or the beginning of a SHA-256, `reason` why.
  ///
  /// What was told of them is withdrawn, what compares with them is told anew, and bytes that come again are
  /// refused. The answer names what stays elsewhere.
  static var forget: ControlVerb {
    ControlVerb("forget", .write) { daemon, request, connection in daemon.forget(request, connection) }
  }

  /// Lets bytes that were forgotten be kept again when they are dropped again.
  static var forgetUndo: ControlVerb {
    ControlVerb("forget-undo", .write) { daemon, request, connection in daemon.remember(request, connection) }
  }
}

extension Daemon {
  fileprivate func forget(_ request: ControlRequest, _ connection: ControlConnection) {
    guard let target = request.text("target"), request.text("reason") != nil else {
      return connection.refuse(
        "forget needs a meeting or a hash, and a reason", hint: "minutectl list shows ids; say why: --reason")
    }
    whenReread { [weak self] in
      self?.whenFree { [weak self] () throws(ArchiveError) in
        guard let self else { return }
        let hashes = try archive.documents(named: target)
        if let refusal = try refusal(of: hashes, target) {
          return connection.refuse(refusal.0, hint: refusal.1)
        }
        connection.reply(try forget(hashes, connection.edit(request, target: target)))
      }
    }
  }

  /// Why documents are not forgotten as they were named; nil where they are.
  private func refusal(of hashes: [String], _ target: String) throws(ArchiveError) -> (Saying, Saying)? {
    if hashes.isEmpty {
      return (
        Saying("nothing is kept of \(target)", "没有收存 \(target)"),
        Saying("minutectl list shows what is kept", "收存的见 minutectl list")
      )
    }
    if hashes.count == 1, let held = try archive.members(of: hashes[0]).first {
      let count = try archive.members(of: hashes[0]).count
      return (
        Saying(
          "\(target) is an archive: \(count) documents that came in it are kept, \(held.name) first",
          "\(target) 是压缩包：其中\(count)份文件已收存，首份是 \(held.name)"),
        Saying(
          "forget each of them, the archive goes with the first: minutectl forget \(held.sha256)",
          "请逐份删除，压缩包随首份删除：minutectl forget \(held.sha256)")
      )
    }
    guard target.contains("/") else {
      let several = Saying(
        "\(hashes.count) documents begin with \(target)", "有\(hashes.count)份文件以 \(target) 开头")
      return hashes.count == 1 ? nil : (several, Saying("write more digits", "请多写几位"))
    }
    for sha256 in hashes {
      let others =
        try archive.document(sha256: sha256)?.report.meetings.map(\.id).filter { $0 != target } ?? []
      if let other = others.first {
        return (
          Saying("document \(sha256) tells of \(other) too", "文件 \(sha256) 也报道了 \(other)"),
          Saying("to forget both, name the document: \(sha256)", "要一并删除，请写文件的哈希：\(sha256)")
        )
      }
    }
    return nil
  }

  private func forget(_ hashes: [String], _ edit: Edit) throws(ArchiveError) -> JSONValue.Members {
    let outcome = try pipeline.forget(
      hashes, edit, now: Int64(SystemClock.microseconds), handed: delivery.handed)
    sweeper.begin()
    let isSwept = sweep()
    let digests = outcome.documents.flatMap(\.digests)
    let pages = self.pages?.remove(digests) ?? 0
    delivery.pump()
    let entries = outcome.documents.flatMap(\.entries)
    return [
      "ok": .bool(true), "files": .strings(outcome.documents.flatMap(\.names)),
      "documents": .strings(hashes), "gone": .strings(outcome.gone.map(\.id)),
      "left": .strings(outcome.left.map(\.id)), "digests": .strings(digests),
      "corrected": .integer(outcome.corrected),
      "pages": .integer(pages), "swept": .bool(isSwept),
      "containers": .integer(outcome.documents.flatMap(\.containers).count),
      "marks": .integer(outcome.documents.reduce(0) { $0 + $1.marks }), "copies": .strings(state.copies),
      "latest": .integer(Int(entries.map(\.queued).max() ?? 0)),
      "entries": .array(
        entries.map { .object(["id": .string($0.id), "cursor": .optional($0.cursor)]) }),
    ]
  }

  fileprivate func remember(_ request: ControlRequest, _ connection: ControlConnection) {
    guard let sha256 = request.text("target") else {
      return connection.refuse(
        "forget-undo needs a hash",
        hint: Saying("give all 64 digits of the SHA-256", "请写全 SHA-256 的64位"))
    }
    guard request.text("reason") != nil else {
      return connection.refuse(
        Saying("forget-undo needs a reason", "须说明理由"), hint: Saying("give one with --reason", "请加 --reason"))
    }
    guarded { () throws(ArchiveError) in
      guard try pipeline.remember(sha256, connection.edit(request, target: sha256)) else {
        return connection.refuse(
          Saying("\(sha256) was not forgotten", "\(sha256) 未曾删除"),
          hint: Saying("give all 64 digits of the SHA-256", "请写全 SHA-256 的64位"))
      }
      connection.reply(["ok": .bool(true)])
    }
  }
}
