// SPDX-License-Identifier: Apache-2.0
import Testing

/// The installed service as its users meet it: files go in, entries come out. One box at a time, for the
/// machine's sake.
@Suite(.serialized) struct `End to end` {}
