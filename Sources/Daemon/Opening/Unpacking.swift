// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Extraction
internal import Inbox
internal import Settings

/// Makes files of what a container holds: each is kept in the store and gets a name below the container's.
///
/// Example: `2024.zip` with `报告/杭州.docx` gives `2024.zip/报告/杭州.docx`.
struct Unpacking {
  /// A member's name is no path that is ever opened; longer ones than any file system has are cut.
  private static let longestName = 1_024

  let intake: Intake
  let ignore: IgnoreList

  init(_ configuration: Configuration, _ state: StateFolder) throws(InboxError) {
    intake = try Intake(
      folder: state.path, spool: state.spool, store: state.store, limit: Int64(configuration.maxFileSize))
    ignore = IgnoreList(adding: configuration.ignore)
  }

  /// Keeps the members that a drop folder would take too; none where all are ignored. Throws what the disk
  /// says.
  func files(
    of container: Arrival, _ members: [ExtractedDocument.Member]
  ) throws(InboxError) -> [ArrivedFile] {
    let file = container.file
    let named = members.map { (name: Self.name(of: $0), bytes: $0.bytes) }
    let wanted = named.filter { !$0.name.isEmpty && !$0.name.contains(where: ignore.ignores) }
    let hashes = try intake.keep(wanted.map(\.bytes))
    return zip(wanted, hashes).map { member, sha256 in
      let name = [UInt8(ascii: "/")] + member.name.joined(separator: [UInt8(ascii: "/")])
      return ArrivedFile(
        name: file.name + name, display: file.display + FileName(bytes: name).description,
        sha256: sha256, size: Int64(member.bytes.count), mtime: file.mtime, ctime: file.ctime,
        handle: [], provenance: file.provenance, container: container.id)
    }
  }

  /// The components of a member's name; steps to nowhere and upwards are left out.
  private static func name(of member: ExtractedDocument.Member) -> [[UInt8]] {
    let name = Array(DocumentMember.name(member.name).utf8.suffix(longestName))
    let components = name.split(separator: UInt8(ascii: "/")).map(Array.init)
    return components.filter { ![[0x2E], [0x2E, 0x2E]].contains($0) }
  }
}
