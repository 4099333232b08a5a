#include "ui/jobs/LiteralInputs.h"

#include "core/document/Expression.h"

namespace atelier::ui {

namespace {

void collect(
    const Json &owner, const std::string &path, const std::string &step, std::vector<LiteralInput> &all)
{
    const Json inputs = owner.value("inputs", Json::object());
    for (const auto &[name, value] : inputs.items()) {
        if (value.is_structured() || value.is_null())
            continue;
        const std::string text = value.is_string() ? value.get<std::string>() : toText(value);
        if (!value.is_string() || text.find("${{") == std::string::npos)
            all.push_back({path + name, step, name, text, value.is_string()});
    }
}

} // namespace

std::vector<LiteralInput> literalInputsOf(const Json &document)
{
    std::vector<LiteralInput> all;
    collect(document, "inputs.", {}, all);
    const Json steps = document.value("jobs", Json::object());
    for (const auto &[name, step] : steps.items())
        collect(step, "jobs." + name + ".inputs.", name, all);
    return all;
}

std::string literalBehind(const Json &document, const std::string &path)
{
    const Json steps = document.value("jobs", Json::object());
    for (const auto &[name, step] : steps.items()) {
        const std::string inputs = "jobs." + name + ".inputs.";
        if (!path.starts_with(inputs))
            continue;
        const Json value = step.value("inputs", Json::object()).value(path.substr(inputs.size()), Json());
        const auto binding = parseBinding(value.is_string() ? value.get<std::string>() : std::string());
        const auto *parent = binding ? std::get_if<ParentInput>(&*binding) : nullptr;
        return parent == nullptr ? path : "inputs." + parent->name;
    }
    return path;
}

std::string settingOf(const LiteralInput &input, const std::string &text)
{
    return input.path + "=" + (input.isText ? toText(Json(text)) : text);
}

} // namespace atelier::ui
