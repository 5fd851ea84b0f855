// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// `--format` of a report.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case html, markdown, csv, json
}
