// SPDX-License-Identifier: Apache-2.0
import Inbox
import Testing

@Suite struct `Room on the disk` {
  @Test(
    arguments: [
      (1 << 40, 0.5, 0.5, false), (1 << 40, 0.04, 0.5, true), (1 << 40, 0.5, 0.04, true),
      (1 << 20, 0.5, 0.5, true),
    ] as [(UInt64, Double, Double, Bool)])
  func `is low when bytes, share or inodes are`(bytes: UInt64, share: Double, inodes: Double, isLow: Bool) {
    #expect(DiskSpace(bytes: bytes, share: share, inodeShare: inodes).isLow() == isLow)
  }

  @Test func `is asked of the disk that a path lies on`() throws {
    let space = try DiskSpace(of: "/")
    #expect(space.share > 0 && space.share <= 1)
    #expect(throws: InboxError.self) { try DiskSpace(of: "/nonexistent/folder") }
  }
}
