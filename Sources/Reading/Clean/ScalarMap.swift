// SPDX-License-Identifier: Apache-2.0

/// One scalar for another, asked for at every place of a text: two loads, where a dictionary hashes.
struct ScalarMap {
  /// 256 cells for each page of scalars that has any; page 0 is empty and stands for all others.
  private var cells = [UInt32](repeating: 0, count: 0x100)
  private var pages = [UInt16](repeating: 0, count: 0x1100)

  /// What stands for a scalar; 0 where nothing does.
  subscript(scalar: UInt32) -> UInt32 {
    get { scalar < 0x110000 ? cells[place(of: scalar)] : 0 }
    set {
      guard scalar < 0x110000 else { return }
      if pages[Int(scalar >> 8)] == 0 {
        pages[Int(scalar >> 8)] = UInt16(cells.count >> 8)
        cells += [UInt32](repeating: 0, count: 0x100)
      }
      cells[place(of: scalar)] = newValue
    }
  }

  private func place(of scalar: UInt32) -> Int { Int(pages[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF) }
}
