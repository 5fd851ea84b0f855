// SPDX-License-Identifier: Apache-2.0
package import Minutes

/// A file as it lay in the folder when its bytes were copied.
///
/// `name` is the path below the folder in bytes, `display` the same for people. Times are nanoseconds since
/// 1970 as the kernel tells them; they only answer whether a file has changed. `handle` is what
/// name_to_handle_at(2) gives: inode numbers are used again at once, handles are not.
package struct ArrivedFile: Sendable, Hashable {
  package var name: [UInt8]
  package var display: String
  /// Lower-case hex; nil for a file that could not be read.
  package var sha256: String?
  package var size: Int64
  package var mtime: Int64
  package var ctime: Int64
  package var handle: [UInt8]
  package var provenance: Provenance
  /// The arrival that holds it, for a member of a container.
  package var container: Int64?
  /// True where it lay in a folder of `Hold=`: it is read, and told only when it is released.
  package var isHeld = false

  package init(
    name: [UInt8], display: String, sha256: String?, size: Int64, mtime: Int64, ctime: Int64, handle: [UInt8],
    provenance: Provenance = .report, container: Int64? = nil
  ) {
    self.name = name
    self.display = display
    self.sha256 = sha256
    self.size = size
    self.mtime = mtime
    self.ctime = ctime
    self.handle = handle
    self.provenance = provenance
    self.container = container
  }
}
