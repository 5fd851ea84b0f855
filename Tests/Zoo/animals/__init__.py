# SPDX-License-Identifier: Apache-2.0
"""The animals, a family a file: each yields its animals' names, answers and bytes."""
