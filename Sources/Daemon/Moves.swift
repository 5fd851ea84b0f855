// SPDX-License-Identifier: Apache-2.0

internal import Archive

/// Tells a file that was moved or renamed within the drop folders from a new arrival.
///
/// It is the same file where the bytes and the file system's handle are those of an arrival whose name no
/// longer leads to it. The handle alone would not do: a file that was rewritten keeps it. Bytes alone would
/// not either: a copy is a duplicate, and is told.
struct Moves {
  let archive: MeetingArchive
  let inlets: [Inlet]

  /// The arrival that this file was under its earlier name, or nil.
  func origin(of file: ArrivedFile) throws(ArchiveError) -> Arrival? {
    guard file.sha256 != nil, !file.handle.isEmpty, !file.isImported else { return nil }
    return try archive.arrivals(movedTo: file).first { arrival in
      !arrival.file.isImported && !inlets.contains { $0.holds(arrival.file) }
    }
  }
}
