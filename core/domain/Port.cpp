#include "core/domain/Port.h"

#include <array>
#include <utility>

namespace atelier {

namespace {

constexpr std::array<std::pair<PortType, std::string_view>, 10> typeNames{
    {{PortType::UriFile, "uri_file"}, {PortType::UriFolder, "uri_folder"}, {PortType::MlTable, "mltable"},
        {PortType::MlflowModel, "mlflow_model"}, {PortType::CustomModel, "custom_model"},
        {PortType::TritonModel, "triton_model"}, {PortType::String, "string"}, {PortType::Integer, "integer"},
        {PortType::Number, "number"}, {PortType::Boolean, "boolean"}}};

constexpr std::array<std::pair<AccessMode, std::string_view>, 8> modeNames{
    {{AccessMode::RoMount, "ro_mount"}, {AccessMode::RwMount, "rw_mount"}, {AccessMode::Download, "download"},
        {AccessMode::Upload, "upload"}, {AccessMode::Direct, "direct"}, {AccessMode::EvalMount, "eval_mount"},
        {AccessMode::EvalDownload, "eval_download"}, {AccessMode::Link, "link"}}};

template<typename Table, typename Value>
std::string_view nameIn(const Table &table, Value value)
{
    for (const auto &[candidate, text] : table)
        if (candidate == value)
            return text;
    return {};
}

template<typename Value, typename Table>
std::optional<Value> valueIn(const Table &table, std::string_view text)
{
    for (const auto &[value, candidate] : table)
        if (candidate == text)
            return value;
    return std::nullopt;
}

} // namespace

std::string_view name(PortType type)
{
    return nameIn(typeNames, type);
}

std::string_view name(AccessMode mode)
{
    return nameIn(modeNames, mode);
}

std::optional<PortType> portTypeFromName(std::string_view name)
{
    return valueIn<PortType>(typeNames, name);
}

std::optional<AccessMode> accessModeFromName(std::string_view name)
{
    if (name == "mount") // an older spelling that documents still use for outputs
        return AccessMode::RwMount;
    return valueIn<AccessMode>(modeNames, name);
}

bool isLiteral(PortType type)
{
    return type == PortType::String || type == PortType::Integer || type == PortType::Number
        || type == PortType::Boolean;
}

bool canConnect(PortType from, PortType to)
{
    if (from == to)
        return true;
    if (isLiteral(from) || isLiteral(to))
        return to == PortType::String && isLiteral(from); // every literal has a text
    // A model or a table lies in a folder, and a step that asks for a folder takes any of them.
    return to == PortType::UriFolder && from != PortType::UriFile;
}

} // namespace atelier
