// The walk over simdjson's DOM that fills the flat list of CSimdJSON.h. The DOM, not On-Demand: it chooses the machine's
// vector instructions when it runs, On-Demand when it is compiled.
#include "CSimdJSON.h"

#include <simdjson.h>

#include <array>
#include <charconv>
#include <cstring>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
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
    std::vector<fl_json_value> values;
    std::vector<dom::element> elements;
    // Texts of numbers, kept from document to document; a deque, because values point into it.
    std::deque<std::array<char, 32>> numbers;
    size_t numbers_used = 0;
    std::string text;
    size_t capacity = 0;
};

namespace {

const uint8_t *bytesOf(std::string_view text) { return reinterpret_cast<const uint8_t *>(text.data()); }

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

void walk(fl_json_parser &state, std::string_view key, dom::element element, uint8_t depth) {
    const size_t index = state.values.size();
    fl_json_value value{};
    value.key = key.data() == nullptr ? nullptr : bytesOf(key);
    value.key_length = static_cast<uint32_t>(key.size());
    value.depth = depth;
    std::string_view text;
    switch (element.type()) {
    case dom::element_type::STRING:
        value.kind = FL_JSON_STRING;
        text = element.get_string().value_unsafe();
        break;
    case dom::element_type::INT64:
        value.kind = FL_JSON_NUMBER;
        text = integerText(state, element.get_int64().value_unsafe());
        break;
    case dom::element_type::UINT64:
        value.kind = FL_JSON_NUMBER;
        text = integerText(state, element.get_uint64().value_unsafe());
        break;
    case dom::element_type::DOUBLE:
        value.kind = FL_JSON_NUMBER;
        text = doubleText(state, element.get_double().value_unsafe());
        break;
    case dom::element_type::BOOL:
        value.kind = element.get_bool().value_unsafe() ? FL_JSON_TRUE : FL_JSON_FALSE;
        text = value.kind == FL_JSON_TRUE ? "true" : "false";
        break;
    case dom::element_type::NULL_VALUE:
        value.kind = FL_JSON_NULL;
        text = "null";
        break;
    case dom::element_type::OBJECT: value.kind = FL_JSON_OBJECT; break;
    case dom::element_type::ARRAY: value.kind = FL_JSON_ARRAY; break;
    }
    value.text = text.data() == nullptr ? nullptr : bytesOf(text);
    value.text_length = static_cast<uint32_t>(text.size());
    state.values.push_back(value);
    state.elements.push_back(element);
    if (value.kind == FL_JSON_OBJECT) {
        // Named, because a range-for keeps no temporary alive but the range itself.
        const dom::object object = element.get_object().value_unsafe();
        for (auto field : object) walk(state, field.key, field.value, depth + 1);
    } else if (value.kind == FL_JSON_ARRAY) {
        const dom::array array = element.get_array().value_unsafe();
        for (auto inner : array) walk(state, std::string_view(), inner, depth + 1);
    }
    state.values[index].next = static_cast<uint32_t>(state.values.size());
}

}  // namespace

fl_json_parser *fl_json_create(void) { return new fl_json_parser(); }

void fl_json_destroy(fl_json_parser *parser) { delete parser; }

int64_t fl_json_read(fl_json_parser *parser, const uint8_t *bytes, size_t length) {
    parser->values.clear();
    parser->elements.clear();
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
    dom::element root;
    if (auto error = parser->parser.parse(parser->padded.get(), length, false).get(root))
        return -static_cast<int64_t>(error);
    walk(*parser, std::string_view(), root, 0);
    return static_cast<int64_t>(parser->values.size());
}

const fl_json_value *fl_json_values(const fl_json_parser *parser) { return parser->values.data(); }

const uint8_t *fl_json_text(fl_json_parser *parser, uint32_t index, size_t *length) {
    parser->text = simdjson::minify(parser->elements[index]);
    *length = parser->text.size();
    return bytesOf(parser->text);
}
