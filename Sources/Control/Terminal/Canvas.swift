// SPDX-License-Identifier: Apache-2.0

/// A field of braille dots, two across and four down in each character.
///
/// Braille patterns are one column wide in every terminal, which block and circle marks are not.
struct Canvas {
  /// In characters.
  let width: Int
  let height: Int
  private var cells: [UInt32]

  init(width: Int, height: Int) {
    (self.width, self.height) = (width, height)
    cells = Array(repeating: 0, count: width * height)
  }

  /// The bits of the eight dots of a pattern, by column and row.
  private static let dots: [[UInt32]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]

  /// Sets the dot at `x` of `2 * width` from the left and `y` of `4 * height` from the top.
  mutating func dot(_ x: Int, _ y: Int) {
    guard x >= 0, y >= 0, x < width * 2, y < height * 4 else { return }
    cells[y / 4 * width + x / 2] |= Self.dots[x % 2][y % 4]
  }

  /// Sets the dots between two, both included.
  mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int)) {
    let steps = max(abs(end.x - start.x), abs(end.y - start.y), 1)
    for step in 0...steps {
      dot(start.x + (end.x - start.x) * step / steps, start.y + (end.y - start.y) * step / steps)
    }
  }

  /// Sets all dots of the character that holds one: a point that stands out from a line.
  mutating func point(_ x: Int, _ y: Int) {
    guard x >= 0, y >= 0, x < width * 2, y < height * 4 else { return }
    cells[y / 4 * width + x / 2] = 0xFF
  }

  /// The lines of characters, with spaces where there is no dot.
  var lines: [String] {
    (0..<height).map { row in
      var line = String.UnicodeScalarView()
      for cell in cells[row * width..<(row + 1) * width] {
        line.append(cell == 0 ? " " : Unicode.Scalar(0x2800 + cell) ?? " ")
      }
      return String(line)
    }
  }
}
