// SPDX-License-Identifier: Apache-2.0
// GNU's view of the process's own memory: <link.h> and malloc_trim are not in Swift's Glibc.
#pragma once
#include <stddef.h>

/// Gives free heap back to the kernel.
void minuted_trim_heap(void);

/// Calls back for each loaded segment that cannot be written (code, constants), with its first byte and its length.
void minuted_each_constant_segment(void (*body)(void *start, size_t length));
