#ifndef TERWAY_TEST_JSON_H
#define TERWAY_TEST_JSON_H

#include <stddef.h>

/* True when the text is exactly one JSON object (RFC 8259, UTF-8) with nothing but white space around it. */
int is_one_json_object(const char *text, size_t size);

#endif
