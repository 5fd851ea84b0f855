// SPDX-License-Identifier: Apache-2.0
// Shims of at most ten lines for what Swift cannot import: variadics, macros, raw system calls. No logic.
#pragma once
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>
#include "DescriptorPassing.h"
#include "UnixSockets.h"
