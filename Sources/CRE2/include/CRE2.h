// RE2 behind a C face: a pattern that takes time in proportion to the text, whatever the pattern and the text are.
#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct fl_pattern fl_pattern;

// NULL when the pattern is not one; `error` then holds why, cut to `capacity` bytes, ending in a NUL.
fl_pattern *fl_pattern_create(const uint8_t *pattern, size_t length, char *error, size_t capacity);
void fl_pattern_destroy(fl_pattern *pattern);

// The first match at or behind `from`: its first group where there is one that took part, else all of it. 0 when there is none.
// Safe from any thread. `next` is where to look for the one after it.
int fl_pattern_find(
    const fl_pattern *pattern, const uint8_t *text, size_t length, size_t from, size_t *start, size_t *end, size_t *next);

#ifdef __cplusplus
}
#endif
