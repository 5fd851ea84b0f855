// SPDX-License-Identifier: Apache-2.0
package import Extraction

/// What a child may still do once it is walled in.
package enum SandboxProfile: Sendable {
  /// Compute, read what is open, write to the pipe.
  case parsing
  /// Become this program, which may load libraries and read its tables, and no more.
  case converting(Converter)
}
