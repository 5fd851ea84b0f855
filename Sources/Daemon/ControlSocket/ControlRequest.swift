// SPDX-License-Identifier: Apache-2.0

/// One line that a client sends.
///
/// Example: `{"verb":"import","name":"2023/2023-02-21-shenzhen.txt","provenance":"paraphrase"}`, with the
/// file's descriptor; `{"verb":"import-end"}` asks for it all to be read and compared.
struct ControlRequest: Decodable {
  var verb: String
  var name: String?
  var provenance: String?
  /// Which refused file: its name, the beginning of its SHA-256, or its number.
  var file: String?
}
