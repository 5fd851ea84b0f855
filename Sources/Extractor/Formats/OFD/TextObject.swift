// SPDX-License-Identifier: Apache-2.0

/// The frame that OFD puts its pieces of text in: a box on the page, and a matrix within the box.
struct TextObject {
  /// x, y, width, height; `matrix` a b c d e f; both in millimetres.
  var boundary: [Double] = []
  var matrix: [Double] = []
  var size: Double = 0

  /// An empty piece of text whose baseline begins at (x, y) of the object.
  func place(_ x: Double, _ y: Double) -> PlacedText {
    let box = boundary.count == 4 ? boundary : [0, 0, 0, 0]
    guard matrix.count == 6 else {
      return PlacedText(x: box[0] + x, y: box[1] + y, end: box[0] + box[2], size: size)
    }
    return PlacedText(
      x: box[0] + matrix[0] * x + matrix[2] * y + matrix[4],
      y: box[1] + matrix[1] * x + matrix[3] * y + matrix[5],
      end: box[0] + box[2], size: size * max(abs(matrix[3]), abs(matrix[1])))
  }
}
