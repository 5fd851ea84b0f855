// SPDX-License-Identifier: Apache-2.0
internal import struct Foundation.Data
internal import GRDB

// How values of ours go into columns of SQLite and come back.

/// Bytes as SQLite takes them.
func blob(_ bytes: [UInt8]) -> Data { Data(bytes) }

/// Bytes as the rest of the program takes them.
func bytes(_ data: Data) -> [UInt8] { Array(data) }

/// The form of a value in a column; equal values are equal text.
func json(_ value: some Stored) -> String {
  var json = JSONWriter()
  value.write(to: &json)
  return String(decoding: json.bytes, as: UTF8.self)
}

/// The value that `json(_:)` wrote.
func value<Value: Stored>(_ type: Value.Type = Value.self, of json: String) throws -> Value {
  try value(of: Array(json.utf8))
}

/// The value that `json(_:)` wrote, from the bytes of the text.
func value<Value: Stored>(_ type: Value.Type = Value.self, of json: [UInt8]) throws -> Value {
  var json = JSONReader(json)
  return try Value(&json)
}
