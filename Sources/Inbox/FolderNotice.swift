// SPDX-License-Identifier: Apache-2.0

/// What the drop folder has to tell the administrator, besides files.
package enum FolderNotice: Sendable, Hashable {
  /// The folder is watched (again).
  case watching
  /// It is not there or cannot be opened (error number); told once, looked for every second.
  case missing(Int32)
  /// Another folder stands under the path: it was replaced, or something was mounted over it. It is served.
  case replaced
  /// `RequireMountPoint=yes` and nothing is mounted there; files are left alone.
  case notMounted
  /// The kernel lost events; everything is looked through again.
  case overflow
  /// Changes here are not reported by the kernel (file system's name); it is looked through every few
  /// seconds.
  case polled(String)
  /// A sub-folder cannot be watched (error number), most often for want of rights.
  case unwatched(FileName, Int32)
  /// A link, pipe, device or socket; it is left alone and was not opened.
  case notRegular(FileName)
  /// A folder more than eight deep, or on another file system; it is left alone.
  case notEntered(FileName)
  /// A file, in this state of it, that is reported without having been taken.
  case givenUp(FileName, FileState, Settling.Reason)
}
