// SPDX-License-Identifier: Apache-2.0
internal import struct Foundation.Data
internal import FoundationEssentials
internal import GRDB

// How values of ours go into columns of SQLite and come back.

/// Bytes as SQLite takes them.
func blob(_ bytes: [UInt8]) -> Data { Data(bytes) }

/// Bytes as the rest of the program takes them.
func bytes(_ data: Data) -> [UInt8] { Array(data) }

/// JSON with sorted keys, so that equal values are equal text.
func json(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}

/// The value that `json(_:)` wrote.
func value<Value: Decodable>(_ type: Value.Type = Value.self, of json: String) throws -> Value {
  try JSONDecoder().decode(type, from: Data(json.utf8))
}
