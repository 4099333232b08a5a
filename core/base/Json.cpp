#include "core/base/Json.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <unordered_map>
#include <vector>

namespace atelier {

namespace {

/// Builds the value from the parser's events. The library's own way searches an object for each key it adds,
/// which a hostile text with one wide object turns into minutes.
class TreeBuilder
{
public:
    explicit TreeBuilder(int maxDepth)
        : m_maxDepth(static_cast<std::size_t>(std::max(maxDepth, 0)))
    {
    }

    [[nodiscard]] Json take() { return std::move(m_root); }

    bool null() { return add(nullptr); }
    bool boolean(bool value) { return add(value); }
    bool number_integer(Json::number_integer_t value) { return add(value); }
    bool number_unsigned(Json::number_unsigned_t value) { return add(value); }
    bool number_float(Json::number_float_t value, const std::string &) { return add(value); }
    bool string(std::string &value) { return add(std::move(value)); }
    bool binary(Json::binary_t &) { return false; }
    bool start_object(std::size_t) { return open(Json::object()); }
    bool start_array(std::size_t) { return open(Json::array()); }
    bool end_array() { return close(); }
    bool end_object() { return close(); }
    bool parse_error(std::size_t, const std::string &, const Json::exception &) { return false; }

    /// A repeated key replaces the value it had.
    bool key(std::string &value)
    {
        Level &level = m_levels.back();
        auto &members = level.value.get_ref<Json::object_t &>();
        const auto [position, isNew] = level.keys.emplace(value, members.size());
        if (isNew)
            members.emplace_back(std::move(value), nullptr);
        level.member = static_cast<std::ptrdiff_t>(position->second);
        return true;
    }

private:
    struct Level
    {
        Json value;
        std::unordered_map<std::string, std::size_t> keys; ///< of an object: where each is
        std::ptrdiff_t member = 0; ///< of an object: the one whose value comes next
    };

    bool open(Json container)
    {
        if (m_levels.size() >= m_maxDepth)
            return false;
        m_levels.push_back({std::move(container), {}, 0});
        return true;
    }

    bool close()
    {
        Json value = std::move(m_levels.back().value);
        m_levels.pop_back();
        return add(std::move(value));
    }

    bool add(Json value)
    {
        if (m_levels.empty()) {
            m_root = std::move(value);
            return true;
        }
        Level &level = m_levels.back();
        if (level.value.is_array())
            level.value.push_back(std::move(value));
        else
            (level.value.get_ref<Json::object_t &>().begin() + level.member)->second = std::move(value);
        return true;
    }

    std::size_t m_maxDepth;
    std::vector<Level> m_levels;
    Json m_root;
};

} // namespace

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

Json numberJson(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "Infinity" : "-Infinity";
    return value;
}

double numberOf(const Json &value)
{
    if (value.is_number())
        return value.get<double>();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (value == "Infinity" || value == "-Infinity")
        return value == "Infinity" ? infinity : -infinity;
    return std::numeric_limits<double>::quiet_NaN();
}

double numberAt(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return numberOf(found == object.end() ? Json() : *found);
}

std::optional<Json> parseJson(std::string_view text, int maxDepth)
{
    TreeBuilder builder(maxDepth);
    if (!Json::sax_parse(text, &builder))
        return std::nullopt;
    return builder.take();
}

std::string toText(const Json &json, int indent)
{
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

} // namespace atelier
