#include "core/tracking/MlflowFields.h"

#include "core/tracking/MlflowError.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace atelier {

namespace {

constexpr const char *seeDocs = " See the API docs for more information about request parameters.";

template<typename Number>
std::optional<Number> parsed(const std::string &text)
{
    Number number{};
    const char *end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stopped != end)
        return std::nullopt;
    return number;
}

std::optional<std::int64_t> integerOf(const Json &value)
{
    if (value.is_string())
        return parsed<std::int64_t>(value.get_ref<const std::string &>());
    if (value.is_number_unsigned()) {
        const auto number = value.get<std::uint64_t>();
        if (number > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
            return std::nullopt;
        return static_cast<std::int64_t>(number);
    }
    if (value.is_number_integer())
        return value.get<std::int64_t>();
    if (!value.is_number_float())
        return std::nullopt;
    // 2^63 itself is a double, and one too many.
    const double number = value.get<double>();
    if (number != std::floor(number) || number < -0x1p63 || number >= 0x1p63)
        return std::nullopt;
    return static_cast<std::int64_t>(number);
}

std::optional<double> metricValueOf(const Json &value)
{
    if (value.is_number())
        return value.get<double>();
    if (!value.is_string())
        return std::nullopt;
    const auto &text = value.get_ref<const std::string &>();
    if (text == "NaN")
        return std::numeric_limits<double>::quiet_NaN();
    if (text == "Infinity")
        return std::numeric_limits<double>::infinity();
    if (text == "-Infinity")
        return -std::numeric_limits<double>::infinity();
    const auto number = parsed<double>(text);
    return number && std::isfinite(*number) ? number : std::nullopt;
}

/// What Python, and so the clients' tests, call the type.
const char *pythonType(const Json &value)
{
    switch (value.type()) {
    case Json::value_t::object:
        return "dict";
    case Json::value_t::array:
        return "list";
    case Json::value_t::string:
        return "str";
    case Json::value_t::boolean:
        return "bool";
    case Json::value_t::number_float:
        return "float";
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
        return "int";
    default:
        return "NoneType";
    }
}

const Json::array_t noMessages;

} // namespace

std::string invalidValue(const std::string &path, const Json &value, const std::string &why)
{
    return "Invalid value " + value.dump(-1, ' ', true, Json::error_handler_t::replace) + " for parameter '"
        + path + "' supplied: " + why;
}

MlflowFields::MlflowFields(const Json &object, std::string path)
    : m_object(object)
    , m_path(std::move(path))
{
}

std::string MlflowFields::requiredText(const char *key)
{
    std::string value = text(key);
    if (value.empty())
        missing(key);
    return value;
}

std::string MlflowFields::text(const char *key)
{
    return optionalText(key).value_or(std::string());
}

std::optional<std::string> MlflowFields::optionalText(const char *key)
{
    const Json *value = find(key);
    if (value == nullptr)
        return std::nullopt;
    if (value->is_string())
        return value->get<std::string>();
    invalid(key, *value);
    return std::nullopt;
}

std::int64_t MlflowFields::requiredInteger(const char *key)
{
    const std::optional<std::int64_t> value = integer(key);
    if (!value)
        missing(key);
    return value.value_or(0);
}

std::optional<std::int64_t> MlflowFields::integer(const char *key)
{
    const Json *value = find(key);
    if (value == nullptr)
        return std::nullopt;
    const std::optional<std::int64_t> number = integerOf(*value);
    if (!number)
        invalid(key, *value);
    return number;
}

double MlflowFields::requiredNumber(const char *key)
{
    const Json *value = find(key);
    if (value == nullptr) {
        missing(key);
        return 0;
    }
    const std::optional<double> number = metricValueOf(*value);
    if (!number)
        invalid(key, *value);
    return number.value_or(0);
}

std::vector<std::string> MlflowFields::texts(const char *key)
{
    std::vector<std::string> found;
    const Json *value = find(key);
    if (value == nullptr)
        return found;
    if (value->is_string())
        return {value->get<std::string>()};
    if (!value->is_array()) {
        invalid(key, *value);
        return found;
    }
    for (const Json &item : *value) {
        if (!item.is_string()) {
            invalid(key, *value);
            return {};
        }
        found.push_back(item.get<std::string>());
    }
    return found;
}

const Json::array_t &MlflowFields::messages(const char *key)
{
    const Json *value = find(key);
    if (value == nullptr)
        return noMessages;
    bool isGood = value->is_array();
    for (std::size_t i = 0; isGood && i < value->size(); ++i)
        isGood = (*value)[i].is_object();
    if (isGood)
        return value->get_ref<const Json::array_t &>();
    invalid(key, *value);
    return noMessages;
}

std::string MlflowFields::runId()
{
    const std::string old = text("run_uuid");
    return old.empty() ? requiredText("run_id") : old;
}

void MlflowFields::fail(Error error)
{
    if (!m_error)
        m_error = std::move(error);
}

const Json *MlflowFields::find(const char *key) const
{
    const auto found = m_object.find(key);
    return found == m_object.end() || found->is_null() ? nullptr : &*found;
}

void MlflowFields::missing(const char *key)
{
    if (isGood())
        fail(invalidParameter("Missing value for required parameter '" + pathOf(key) + "'." + seeDocs));
}

void MlflowFields::invalid(const char *key, const Json &value)
{
    if (isGood())
        fail(invalidParameter(invalidValue(pathOf(key), value,
                                  std::string(" Hint: Value was of type '") + pythonType(value) + "'.")
            + seeDocs));
}

std::string MlflowFields::pathOf(const char *key) const
{
    return m_path.empty() ? key : m_path + "." + key;
}

Json messageOf(const std::vector<std::pair<std::string, std::string>> &query)
{
    Json message = Json::object();
    for (const auto &[key, value] : query) {
        const auto found = message.find(key);
        if (found == message.end())
            message[key] = value;
        else if (found->is_array())
            found->push_back(value);
        else
            *found = Json::array({*found, value});
    }
    return message;
}

} // namespace atelier
