// SPDX-License-Identifier: Apache-2.0

/// What stands under a name of the drop folder, when it was looked at.
struct Sighting {
  /// The file's state; nil where there is none, or no regular one.
  var state: FileState?
  /// Told where it is no regular file.
  var notice: FolderNotice?
  /// True where it could not be looked at for the machine's sake: it may well be there.
  var isUnsure = false
}
