// SPDX-License-Identifier: Apache-2.0

extension String {
  /// The words that scalars write.
  init(scalars: some Sequence<UInt32>) {
    var text = String.UnicodeScalarView()
    for scalar in scalars { text.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
    self.init(text)
  }
}
