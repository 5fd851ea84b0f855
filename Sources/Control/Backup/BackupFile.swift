// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// The file of a backup, before SQLite sees it: what SQLite would say of a file that is not there, or may not
/// be read, helps nobody.
enum BackupFile {
  /// Throws where there is nothing that could be a backup.
  static func check(_ path: String) throws(InputError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == EACCES {
        throw InputError(
          path: path,
          Speech.say(
            "may not be read; a backup is for its owner alone: run it with sudo",
            "无权读取；备份只有其所有者可读：请用 sudo 执行"))
      }
      throw InputError(path: path, code: errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw InputError(path: path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw InputError(
        path: path,
        Speech.say(
          "is no regular file; give the file that minutectl backup has written",
          "不是普通文件；请给出 minutectl backup 写成的文件"))
    }
  }

  /// Throws where a backup would take the place of the very archive that it is made of.
  static func check(_ target: String, isNot archive: String) throws(InputError) {
    var (one, other) = (stat(), stat())
    guard stat(target, &one) == 0, stat(archive, &other) == 0 else { return }
    if one.st_dev == other.st_dev, one.st_ino == other.st_ino {
      throw InputError(
        path: target,
        Speech.say("is the archive itself; give the backup another name", "正是档案库本身；请为备份另起文件名"))
    }
    if one.st_mode & S_IFMT == S_IFDIR {
      throw InputError(
        path: target, Speech.say("is a folder; name a file in it", "是目录；请写出其中的文件名"))
    }
  }
}
