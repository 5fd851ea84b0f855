# SPDX-License-Identifier: Apache-2.0
"""The suites, one a file; README.md tells how to add one."""
