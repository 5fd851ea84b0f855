// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// What libFuzzer calls with every input it thinks of: the target that MINUTED_FUZZ names gets it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  FuzzTarget.chosen.take([UInt8](UnsafeBufferPointer(start: start, count: count)))
  return 0
}

extension FuzzTarget {
  /// The target of this run.
  fileprivate static let chosen: FuzzTarget = {
    let name = getenv("MINUTED_FUZZ").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      fatalError("MINUTED_FUZZ is “\(name)”, not one of \(FuzzTarget.allCases.map(\.rawValue))")
    }
    return target
  }()
}
