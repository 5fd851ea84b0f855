// SPDX-License-Identifier: Apache-2.0
internal import Extraction
internal import Glibc

/// Becomes a converter, within the walls made for it.
enum ConverterLaunch {
  /// Returns only to throw.
  static func become(_ converter: Converter, _ limits: ExtractionLimits) throws(Refusal) {
    try Sandbox.enter(.converting(converter), limits)
    var arguments: [UnsafeMutablePointer<CChar>?] =
      ([converter.name] + converter.arguments).map { strdup($0) } + [nil]
    var nothing: [UnsafeMutablePointer<CChar>?] = [nil]
    execve(converter.path, &arguments, &nothing)
    throw Refusal(.sandbox, "execve \(errno)")
  }
}
