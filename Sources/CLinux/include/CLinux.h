// SPDX-License-Identifier: Apache-2.0
// Shims of at most ten lines for what Swift cannot import: variadics, macros, raw system calls. No logic.
#pragma once
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <sys/fsuid.h>
#include <sys/inotify.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/uio.h>
#include <unistd.h>
#include "DescriptorPassing.h"
#include "Files.h"
#include "UnixSockets.h"
#include "Memory.h"
#include "Processes.h"
#include "Terminal.h"
