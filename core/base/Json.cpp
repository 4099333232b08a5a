#include "core/base/Json.h"

#include <charconv>

namespace atelier {

std::string textAt(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::int64_t integerAt(const Json &object, const char *key, std::int64_t fallback)
{
    const auto found = object.find(key);
    if (found == object.end())
        return fallback;
    if (found->is_number())
        return found->get<std::int64_t>();
    if (found->is_string()) {
        const std::string &text = found->get_ref<const std::string &>();
        std::int64_t value = 0;
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (problem == std::errc() && end == text.data() + text.size())
            return value;
    }
    return fallback;
}

std::optional<Json> parseJson(std::string_view text, int maxDepth)
{
    bool tooDeep = false;
    // Called before each value is kept; `depth` counts the levels above it.
    const Json::parser_callback_t limitDepth = [&](int depth, Json::parse_event_t, Json &) {
        tooDeep = tooDeep || depth > maxDepth;
        return !tooDeep;
    };
    Json json = Json::parse(text, limitDepth, false);
    if (tooDeep || json.is_discarded())
        return std::nullopt;
    return json;
}

std::string toText(const Json &json, int indent)
{
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

} // namespace atelier
