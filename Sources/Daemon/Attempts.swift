// SPDX-License-Identifier: Apache-2.0

/// The arrivals whose attempt at reading is counted and was not ended by anything yet, in this life of the
/// daemon.
///
/// The ledger counts attempts so that a file that ends the daemon is found out. A commit that fails for want
/// of room ends nothing: the file is read again when there is room, and its attempt was counted already.
final class Attempts {
  private(set) var underWay: Set<Int64> = []
  /// How many attempts the ledger counts for what is begun.
  private var counts: [Int64: Int] = [:]

  /// Notes how many attempts the ledger counts for an arrival, the one included that begins.
  func note(_ count: Int, of arrival: Int64) { counts[arrival] = count }

  /// How many attempts are counted for an arrival that is under way; nil for any other.
  func count(of arrival: Int64) -> Int? { underWay.contains(arrival) ? counts[arrival] : nil }

  /// Works on arrivals whose attempt is counted; where it fails they stay counted.
  func during<Value, Failure: Error>(_ arrivals: [Int64], _ body: () throws(Failure) -> Value) throws(Failure)
    -> Value
  {
    underWay.formUnion(arrivals)
    let value = try body()
    end(arrivals)
    return value
  }

  /// Takes arrivals for begun; where they do not come to an end in this life, the next knows it.
  func resume(_ arrivals: [Int64]) { underWay.formUnion(arrivals) }

  /// Lets the next beginning of these arrivals count as another attempt.
  func end(_ arrivals: [Int64]) {
    underWay.subtract(arrivals)
    for arrival in arrivals { counts[arrival] = nil }
  }
}
