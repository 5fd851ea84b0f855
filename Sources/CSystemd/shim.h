// SPDX-License-Identifier: Apache-2.0
#pragma once
// The same libc as CLinux sees, or Swift finds two definitions of one struct.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <systemd/sd-daemon.h>
#include <systemd/sd-event.h>
#include <systemd/sd-id128.h>
#include <systemd/sd-journal.h>
