// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <libxml/HTMLparser.h>
#include <libxml/xmlreader.h>

/// xmlFree is a variable, which Swift takes for shared state.
static inline void minuted_xml_free(void *memory) { xmlFree(memory); }
