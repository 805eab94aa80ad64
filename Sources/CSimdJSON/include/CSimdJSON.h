// simdjson behind a C face: one JSON document in, a flat list of its values out.
#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
    FL_JSON_NULL = 0,
    FL_JSON_FALSE = 1,
    FL_JSON_TRUE = 2,
    FL_JSON_NUMBER = 3,
    FL_JSON_STRING = 4,
    FL_JSON_OBJECT = 5,
    FL_JSON_ARRAY = 6,
};

// One value, in document order; a container comes before what it holds.
typedef struct {
    // Unescaped key inside an object, else NULL and 0.
    const uint8_t *key;
    // Strings: unescaped. Numbers, true, false, null: their JSON text. Objects and arrays: NULL; see fl_json_text.
    const uint8_t *text;
    uint32_t key_length;
    uint32_t text_length;
    // Index of the value after this one and all that it holds.
    uint32_t next;
    uint8_t kind;
    // 0 for the document's own value.
    uint8_t depth;
} fl_json_value;

typedef struct fl_json_parser fl_json_parser;

fl_json_parser *fl_json_create(void);
void fl_json_destroy(fl_json_parser *parser);

// Reads one document of `length` bytes. The answer is the number of values, or a negative simdjson error code.
// Values are valid until the next call. Nesting beyond 64 levels and numbers beyond 64 bits are errors.
int64_t fl_json_read(fl_json_parser *parser, const uint8_t *bytes, size_t length);
const fl_json_value *fl_json_values(const fl_json_parser *parser);

// Where all strings of the document stand, keys too, one behind the other with a few bytes between them.
const uint8_t *fl_json_strings(const fl_json_parser *parser, size_t *length);

// The JSON text of an object or array, minified; valid until the next call of this function or of fl_json_read. NULL for other values.
const uint8_t *fl_json_text(fl_json_parser *parser, uint32_t index, size_t *length);

#ifdef __cplusplus
}
#endif
