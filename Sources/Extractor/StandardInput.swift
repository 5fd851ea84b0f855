// SPDX-License-Identifier: Apache-2.0
internal import Extraction
internal import Glibc

/// The document, as it stands in the file that the parent made standard input.
enum StandardInput {
  static func bytes(atMost limit: Int) throws(Refusal) -> [UInt8] {
    // Its size is not asked: that is a call too many for the filter.
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      guard bytes.count + count <= limit else { throw Refusal(.tooLarge) }
      bytes.append(contentsOf: chunk[..<count])
    }
  }
}
