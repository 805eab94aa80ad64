// RE2 behind its C face.
#include "CRE2.h"

#include <re2/re2.h>

#include <algorithm>
#include <cstring>
#include <memory>

struct fl_pattern {
    re2::RE2 expression;
    fl_pattern(re2::StringPiece text, const re2::RE2::Options &options) : expression(text, options) {}
};

extern "C" fl_pattern *fl_pattern_create(const uint8_t *pattern, size_t length, char *error, size_t capacity) {
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(8 << 20);
    auto made = std::make_unique<fl_pattern>(re2::StringPiece(reinterpret_cast<const char *>(pattern), length), options);
    if (made->expression.ok()) return made.release();
    if (capacity > 0) {
        const std::string &why = made->expression.error();
        const size_t count = std::min(capacity - 1, why.size());
        std::memcpy(error, why.data(), count);
        error[count] = 0;
    }
    return nullptr;
}

extern "C" void fl_pattern_destroy(fl_pattern *pattern) { delete pattern; }

extern "C" int fl_pattern_find(
    const fl_pattern *pattern, const uint8_t *text, size_t length, size_t from, size_t *start, size_t *end, size_t *next) {
    const re2::StringPiece whole(reinterpret_cast<const char *>(text), length);
    re2::StringPiece found[2];
    const int groups = std::min(1, pattern->expression.NumberOfCapturingGroups());
    if (!pattern->expression.Match(whole, from, length, re2::RE2::UNANCHORED, found, groups + 1)) return 0;
    const re2::StringPiece value = groups == 1 && found[1].data() != nullptr ? found[1] : found[0];
    *start = static_cast<size_t>(value.data() - whole.data());
    *end = *start + value.size();
    *next = static_cast<size_t>(found[0].data() - whole.data()) + std::max<size_t>(1, found[0].size());
    return 1;
}
