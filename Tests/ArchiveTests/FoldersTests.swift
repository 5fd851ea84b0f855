// SPDX-License-Identifier: Apache-2.0
import Archive
import Testing

@Suite struct `A drop folder in the archive` {
  @Test func `is known by its path, as it was served last, also after a restart`() throws {
    let temporary = try TemporaryArchive()
    #expect(try temporary.archive.folder(at: "/drop") == nil)
    try temporary.archive.keep(folder: [1, 2], at: "/drop")
    try temporary.archive.keep(folder: [3], at: "/drop")
    temporary.close()
    try temporary.open()
    #expect(try temporary.archive.folder(at: "/drop") == [3])
    #expect(try temporary.archive.folder(at: "/other") == nil)
  }
}
