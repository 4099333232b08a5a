#include "core/base/ErrorJson.h"

#include <array>
#include <string_view>

namespace atelier {

namespace {

constexpr std::array<std::string_view, 10> kindNames{"invalid", "unauthenticated", "forbidden", "not-found",
    "conflict", "too-large", "busy", "storage-full", "unavailable", "internal"};

ErrorKind kindFromName(const std::string &name)
{
    for (std::size_t i = 0; i < kindNames.size(); ++i)
        if (kindNames[i] == name)
            return static_cast<ErrorKind>(i);
    return ErrorKind::Internal;
}

} // namespace

Json toJson(const Error &error)
{
    Json json{{"kind", kindNames[static_cast<std::size_t>(error.kind)]}, {"code", error.code},
        {"message", error.sentence}};
    if (!error.arguments.empty()) {
        Json &arguments = json["arguments"] = Json::object();
        for (const auto &[name, value] : error.arguments)
            arguments[name] = value;
    }
    if (error.location != Location{}) {
        Json &location = json["location"] = Json::object();
        if (!error.location.file.empty())
            location["file"] = error.location.file;
        if (error.location.line > 0) {
            location["line"] = error.location.line;
            location["column"] = error.location.column;
        }
        if (!error.location.path.empty())
            location["path"] = error.location.path;
    }
    return json;
}

Error errorFromJson(const Json &json)
{
    Error error;
    error.kind = kindFromName(textAt(json, "kind"));
    error.code = textAt(json, "code");
    error.sentence = textAt(json, "message");
    if (const auto arguments = json.find("arguments"); arguments != json.end() && arguments->is_object())
        for (const auto &[name, value] : arguments->items())
            if (value.is_string())
                error.arguments.emplace_back(name, value.get<std::string>());
    if (const auto location = json.find("location"); location != json.end() && location->is_object()) {
        error.location = {textAt(*location, "file"), static_cast<int>(integerAt(*location, "line")),
            static_cast<int>(integerAt(*location, "column")), textAt(*location, "path")};
    }
    return error;
}

} // namespace atelier
