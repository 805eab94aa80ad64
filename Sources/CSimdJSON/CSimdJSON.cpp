// simdjson's DOM made into the flat list of CSimdJSON.h. The DOM, not On-Demand: it chooses the machine's
// vector instructions when it runs, On-Demand when it is compiled.
#include "CSimdJSON.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dom = simdjson::dom;

namespace {

constexpr size_t kDeepest = 64;

}  // namespace

struct fl_json_parser {
    dom::parser parser;
    // Not a vector, which would fill it with zeros first.
    std::unique_ptr<uint8_t[]> padded;
    size_t padded_size = 0;
    // As many as the largest document had; `count` of them are of this one.
    std::vector<fl_json_value> values;
    size_t count = 0;
    // The parser writes all strings behind one another: up to here.
    size_t strings_end = 0;
    dom::element root;
    // Objects and arrays by their index among the values; empty until one is asked for.
    std::vector<std::pair<uint32_t, dom::element>> containers;
    // Texts of numbers, kept from document to document; a deque, because values point into it.
    std::deque<std::array<char, 32>> numbers;
    size_t numbers_used = 0;
    std::string text;
    size_t capacity = 0;
};

namespace {

std::array<char, 32> &newNumber(fl_json_parser &state) {
    if (state.numbers_used == state.numbers.size()) state.numbers.emplace_back();
    return state.numbers[state.numbers_used++];
}

template <typename Integer>
std::string_view integerText(fl_json_parser &state, Integer value) {
    auto &digits = newNumber(state);
    const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    return std::string_view(digits.data(), static_cast<size_t>(result.ptr - digits.data()));
}

// As simdjson writes it (at most 25 characters), without the two allocations of `minify`: platform records are full of fractions.
std::string_view doubleText(fl_json_parser &state, double value) {
    auto &digits = newNumber(state);
    const char *end = simdjson::internal::to_chars(digits.data(), digits.data() + digits.size(), value);
    return std::string_view(digits.data(), static_cast<size_t>(end - digits.data()));
}

void setText(fl_json_value &value, uint8_t kind, std::string_view text) {
    value.kind = kind;
    value.text = reinterpret_cast<const uint8_t *>(text.data());
    value.text_length = static_cast<uint32_t>(text.size());
}

// A container whose end is still to come.
struct Open {
    uint32_t index;
    bool is_object;
};

// One pass over the tape (doc/tape.md of simdjson) instead of the DOM's iterators, which find out at every step where they are. A word has
// its type in the highest byte; a string's place is that of its length, with the text behind it; a number is the word after its own.
void flatten(fl_json_parser &state) {
    const uint64_t *tape = state.parser.doc.tape.get();
    const uint8_t *buffer = state.parser.doc.string_buf.get();
    const auto payload = [](uint64_t word) { return word & ((uint64_t(1) << 56) - 1); };
    // The first word says where the last one ends, which is the document's too.
    const size_t end = payload(tape[0]) - 1;
    // Every value has a word of its own.
    if (state.values.size() < end) state.values.resize(end);
    fl_json_value *values = state.values.data();
    uint32_t count = 0;
    uint32_t strings_end = 0;
    std::array<Open, kDeepest + 1> open;
    size_t depth = 0;
    const auto string = [&](uint64_t word) {
        const uint8_t *place = buffer + payload(word);
        uint32_t length;
        std::memcpy(&length, place, sizeof length);
        strings_end = static_cast<uint32_t>(payload(word)) + sizeof length + length;
        return std::string_view(reinterpret_cast<const char *>(place + sizeof length), length);
    };
    for (size_t at = 1; at < end; at++) {
        uint64_t word = tape[at];
        if (const char type = static_cast<char>(word >> 56); type == '}' || type == ']') {
            depth--;
            values[open[depth].index].next = count;
            continue;
        }
        fl_json_value &value = values[count];
        value = fl_json_value{};
        if (depth > 0 && open[depth - 1].is_object) {
            const std::string_view key = string(word);
            value.key = reinterpret_cast<const uint8_t *>(key.data());
            value.key_length = static_cast<uint32_t>(key.size());
            word = tape[++at];
        }
        value.depth = static_cast<uint8_t>(depth);
        count++;
        value.next = count;
        switch (static_cast<char>(word >> 56)) {
        case '"': setText(value, FL_JSON_STRING, string(word)); break;
        case 'l': setText(value, FL_JSON_NUMBER, integerText(state, static_cast<int64_t>(tape[++at]))); break;
        case 'u': setText(value, FL_JSON_NUMBER, integerText(state, tape[++at])); break;
        case 'd': {
            double number;
            std::memcpy(&number, &tape[++at], sizeof number);
            setText(value, FL_JSON_NUMBER, doubleText(state, number));
            break;
        }
        case 't': setText(value, FL_JSON_TRUE, "true"); break;
        case 'f': setText(value, FL_JSON_FALSE, "false"); break;
        case 'n': setText(value, FL_JSON_NULL, "null"); break;
        case '{':
        case '[':
            value.kind = static_cast<char>(word >> 56) == '{' ? FL_JSON_OBJECT : FL_JSON_ARRAY;
            open[depth++] = Open{count - 1, value.kind == FL_JSON_OBJECT};
            break;
        }
    }
    state.count = count;
    state.strings_end = strings_end;
}

// All objects and arrays of the document, for `minify`, which takes the DOM's own.
void findContainers(fl_json_parser &state, dom::element element, uint32_t &index) {
    const uint32_t own = index++;
    if (element.is_object()) {
        state.containers.emplace_back(own, element);
        // Named, because a range-for keeps no temporary alive but the range itself.
        const dom::object object = element.get_object().value_unsafe();
        for (auto field : object) findContainers(state, field.value, index);
    } else if (element.is_array()) {
        state.containers.emplace_back(own, element);
        const dom::array array = element.get_array().value_unsafe();
        for (auto inner : array) findContainers(state, inner, index);
    }
}

}  // namespace

fl_json_parser *fl_json_create(void) { return new fl_json_parser(); }

void fl_json_destroy(fl_json_parser *parser) { delete parser; }

int64_t fl_json_read(fl_json_parser *parser, const uint8_t *bytes, size_t length) {
    parser->count = 0;
    parser->strings_end = 0;
    parser->containers.clear();
    parser->numbers_used = 0;
    if (length > parser->capacity) {
        parser->capacity = length * 2;
        if (auto error = parser->parser.allocate(parser->capacity, kDeepest)) return -static_cast<int64_t>(error);
    }
    if (parser->padded_size < length + simdjson::SIMDJSON_PADDING) {
        parser->padded_size = length * 2 + simdjson::SIMDJSON_PADDING;
        parser->padded.reset(new uint8_t[parser->padded_size]);
    }
    std::memcpy(parser->padded.get(), bytes, length);
    std::memset(parser->padded.get() + length, 0, simdjson::SIMDJSON_PADDING);
    if (auto error = parser->parser.parse(parser->padded.get(), length, false).get(parser->root))
        return -static_cast<int64_t>(error);
    flatten(*parser);
    return static_cast<int64_t>(parser->count);
}

const fl_json_value *fl_json_values(const fl_json_parser *parser) { return parser->values.data(); }

const uint8_t *fl_json_strings(const fl_json_parser *parser, size_t *length) {
    *length = parser->strings_end;
    return parser->parser.doc.string_buf.get();
}

const uint8_t *fl_json_text(fl_json_parser *parser, uint32_t index, size_t *length) {
    *length = 0;
    if (index >= parser->count || parser->values[index].kind < FL_JSON_OBJECT) return nullptr;
    if (parser->containers.empty()) {
        uint32_t first = 0;
        findContainers(*parser, parser->root, first);
    }
    const auto found = std::lower_bound(
        parser->containers.begin(), parser->containers.end(), index,
        [](const auto &container, uint32_t wanted) { return container.first < wanted; });
    parser->text = simdjson::minify(found->second);
    *length = parser->text.size();
    return reinterpret_cast<const uint8_t *>(parser->text.data());
}
