// SPDX-License-Identifier: Apache-2.0
// What a document that has taken over its reader might try. Nothing here does harm where it succeeds.
#pragma once

/// How many probes there are.
int probe_count(void);

/// The name of a probe.
const char *probe_name(int index);

/// Tries it: 0 where the kernel did it, else the errno. A filter may end the process instead.
int probe_try(int index);
