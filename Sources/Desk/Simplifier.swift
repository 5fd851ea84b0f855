// SPDX-License-Identifier: Apache-2.0

internal import Text

/// OpenCC's table as reading asks for it, with the last reason why it could not be had.
final class Simplifier {
  private let table: TraditionalTable
  /// Set where forms were asked for in vain; whoever reads a document clears it before.
  var failure: TextError?

  /// `dataFolder` holds the tables of OpenCC.
  init(dataFolder: String) { table = TraditionalTable(dataFolder: dataFolder) }

  /// The simplified form of each of the scalars that has another one, or nil where OpenCC is missing.
  func forms(of scalars: Set<UInt32>) -> [UInt32: UInt32]? {
    do { return try table.simplifications(of: scalars) } catch {
      failure = error
      return nil
    }
  }
}
