// SPDX-License-Identifier: Apache-2.0

/// What an entry in the journal tells of; the raw value is its `MINUTED_EVENT`.
///
/// The first eight are told of files and meetings, the others of the machine. Each has one `MESSAGE_ID` for ever, by which
/// `journalctl MESSAGE_ID=…` finds it and `journalctl -x` explains it: systemd/minuted*.catalog hold the texts.
package enum Event: String, Sendable, Hashable, CaseIterable {
  case digest, change, correction, retraction, source, conflict, duplicate, rejected
  case rollup, barrier, folder, overflow, rescan, disk, journal, configuration, started, reloaded, stopped

  /// The event's `MESSAGE_ID`: 32 hex digits, made once with `journalctl --new-id128` and never changed.
  ///
  /// A new event gets a new one; an id is not used again when its event goes, since old journals still hold it.
  package var messageID: String {
    switch self {
    case .digest: "bf863bb12fea40398f7f7b26e55245d6"
    case .change: "88bbe5bc09f34facbfbd132e48729d8a"
    case .correction: "90fc3fbe1edf48e59e7b01cd467dcfef"
    case .retraction: "7df80d5726aa4b5fa20bf99fac487451"
    case .source: "219c9bdb444d4392bd033683b2fc6158"
    case .conflict: "550cdcce95134b129bf63fd90abe808e"
    case .duplicate: "ba5d9e503c2d462a9fd58ea344954efa"
    case .rejected: "c9762031a2a646ad9e62ff95bb696807"
    case .rollup: "2c070e886f85407f949ccbda7a67ccf9"
    case .barrier: "013c6c987da146f49e6ea946f3899082"
    case .folder: "3285cfd581e74a1ba6b37bd2e4ba9efb"
    case .overflow: "6cc6ea3a02c34bde907f75e52c5e2d82"
    case .rescan: "b37e3aa409d14d62842cc568c2702d91"
    case .disk: "084bd0f868ea4d3caeafa0b797e3f7fc"
    case .journal: "c802895138d74ace96d7253fc1d65e2c"
    case .configuration: "44edeef05a4e46b49c41f5147a085c7a"
    case .started: "28f0b5b01ce14d4e8c3862ecd5468eb1"
    case .reloaded: "2a631d85268845fe8fadd67bcaf0ecd4"
    case .stopped: "5b4b7d0d6def4d468661255ac5a33eac"
    }
  }
}
