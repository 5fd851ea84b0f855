# SPDX-License-Identifier: Apache-2.0
"""What all suites share: the stage on which minuted runs, the files it is given, and the oracle that judges."""
