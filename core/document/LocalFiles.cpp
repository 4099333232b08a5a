#include "core/document/LocalFiles.h"

#include "core/base/Json.h"
#include "core/document/DocumentCheck.h"
#include "core/document/Nearest.h"
#include "core/document/YamlFile.h"
#include "core/document/YamlParser.h"
#include "core/domain/Port.h"

namespace atelier {

namespace {

namespace fs = std::filesystem;

std::size_t countNodes(const Node &node)
{
    std::size_t count = 1;
    for (const Node &item : node.items)
        count += countNodes(item);
    for (const Member &member : node.members)
        count += countNodes(member.value);
    return count;
}

fs::path absolute(const Node &node, std::string_view text)
{
    const fs::path folder = node.source ? node.source->folder : fs::path();
    fs::path path = (folder / fs::path(text)).lexically_normal();
    // "data/" means the same folder as "data", and one spelling is enough.
    return path.has_filename() || path == path.root_path() ? path : path.parent_path();
}

std::string_view textAt(const Node &node, std::string_view key)
{
    const Node *found = node.find(key);
    return found && found->kind == NodeKind::Text ? std::string_view(found->text) : std::string_view();
}

bool isLocalText(const Node *node)
{
    return node && node->kind == NodeKind::Text && !node->text.empty()
        && pathForm(node->text) == PathForm::Local;
}

} // namespace

LocalFiles::LocalFiles(Node &root, Problems &problems)
    : m_root(root)
    , m_problems(problems)
{
}

void LocalFiles::resolveJob()
{
    resolveCommandParts(m_root, {});
    resolveInputs(m_root, {});
    resolveOutputs(m_root);
    if (Node *jobs = m_root.find("jobs"))
        resolveSteps(*jobs);
}

void LocalFiles::resolveComponent()
{
    resolveCommandParts(m_root, {});
}

void LocalFiles::resolveAsset()
{
    if (Node *path = m_root.find("path"))
        resolveData(*path, textAt(m_root, "type"), "path");
}

void LocalFiles::resolveSteps(Node &jobs)
{
    for (Member &member : jobs.members)
        resolveStep(member.value, below("jobs", member.key));
}

void LocalFiles::resolveStep(Node &step, const std::string &path)
{
    if (Node *component = step.find("component")) {
        const std::string componentPath = below(path, "component");
        const bool isFile = component->kind == NodeKind::Text && !component->text.starts_with("azureml:");
        if (!isFile || includeComponent(*component, componentPath))
            resolveCommandParts(*component, componentPath);
        resolveStepTexts(step);
    } else {
        resolveCommandParts(step, path);
    }
    resolveInputs(step, path);
    resolveOutputs(step);
}

bool LocalFiles::includeComponent(Node &component, const std::string &path)
{
    std::string_view file = component.text;
    if (file.starts_with("file:"))
        file.remove_prefix(5);
    const Node *root = read(component, file, path);
    if (!root) {
        component.isUnknown = true;
        return false;
    }
    component = *root;
    const std::string_view type = textAt(component, "type");
    if ((type.empty() || type == "command") && !component.find("name"))
        m_problems.error("document.missing", path,
            "The component '" + excerpt(component.source->name)
                + "' needs the key 'name': what pipelines call it.");
    return true;
}

const Node *LocalFiles::read(const Node &name, std::string_view file, const std::string &path)
{
    const fs::path full = absolute(name, file);
    auto known = m_files.find(full);
    if (known == m_files.end()) {
        const fs::path holder(name.source ? name.source->name : std::string());
        const std::string shown = fs::path(file).is_absolute()
            ? std::string(file)
            : (holder.parent_path() / fs::path(file)).lexically_normal().string();
        std::vector<Error> warnings;
        Result<Node> root = readYamlFile(full, shown, warnings);
        m_problems.addWarnings(std::move(warnings));
        if (!root) {
            // Where nothing was read, the place to correct is the name.
            if (root.error().location.line == 0)
                m_problems.error(root.error().code, path, root.error().sentence);
            else
                m_problems.add(root.error());
            return nullptr;
        }
        known = m_files.emplace(full, *std::move(root)).first;
    }
    const std::size_t count = countNodes(known->second);
    if (m_included + count > YamlLimits::nodes) {
        m_problems.error("document.too-large", path,
            "With its component files the document has more than " + std::to_string(YamlLimits::nodes)
                + " values: split it.");
        return nullptr;
    }
    m_included += count;
    return &known->second;
}

void LocalFiles::resolveCommandParts(Node &node, const std::string &path)
{
    if (Node *code = node.find("code")) {
        if (code->kind == NodeKind::Mapping) {
            m_problems.error("document.wrong-type", below(path, "code"),
                "`code` is the path of a folder or file: write `code: ./src`.");
            code->isUnknown = true;
        } else if (isLocalText(code)) {
            resolveExisting(*code, "code", below(path, "code"));
        }
    }
    if (Node *environment = node.find("environment"))
        resolveEnvironment(*environment, below(path, "environment"));
}

void LocalFiles::resolveEnvironment(Node &environment, const std::string &path)
{
    Node *conda = environment.find("conda_file");
    if (isLocalText(conda)) {
        const std::string text = conda->text;
        if (const Node *content = read(*conda, text, below(path, "conda_file")))
            *conda = *content; // the service cannot read it, and a change of it must show
    }
    Node *build = environment.find("build");
    if (Node *folder = build ? build->find("path") : nullptr; isLocalText(folder))
        resolveExisting(*folder, "folder", below(path, "build.path"));
}

void LocalFiles::resolveInputs(Node &holder, const std::string &path)
{
    Node *inputs = holder.find("inputs");
    if (!inputs)
        return;
    for (Member &member : inputs->members)
        if (Node *text = member.value.find("path"))
            resolveData(
                *text, textAt(member.value, "type"), below(below(below(path, "inputs"), member.key), "path"));
}

/// A bare text for an input that the component declares as data is a path, and gets the form of one.
void LocalFiles::resolveStepTexts(Node &step)
{
    const Node *component = step.find("component");
    const Node *ports = component->find("inputs");
    Node *inputs = step.find("inputs");
    if (!ports || !inputs)
        return;
    for (Member &member : inputs->members) {
        const Node *port = ports->find(member.key);
        const auto type = port ? portTypeFromName(textAt(*port, "type")) : std::nullopt;
        if (!type || isLiteral(*type) || !isLocalText(&member.value))
            continue;
        Node object;
        object.kind = NodeKind::Mapping;
        object.place = member.value.place;
        object.source = member.value.source;
        object.members.push_back({"path", member.place, std::move(member.value)});
        member.value = std::move(object);
    }
}

void LocalFiles::resolveOutputs(Node &holder)
{
    Node *outputs = holder.find("outputs");
    if (!outputs)
        return;
    for (Member &member : outputs->members)
        if (Node *text = member.value.find("path"); isLocalText(text))
            text->text = absolute(*text, text->text).string();
}

void LocalFiles::resolveData(Node &text, std::string_view type, const std::string &path)
{
    if (!isLocalText(&text) || !resolveExisting(text, "data", path))
        return;
    std::error_code problem;
    const bool isFolder = fs::is_directory(text.text, problem);
    if (problem || (type != "uri_file" && type != "uri_folder") || isFolder == (type == "uri_folder"))
        return;
    m_problems.error("document.data-type", path,
        "'" + excerpt(text.text) + "' is a " + (isFolder ? "folder" : "file") + ", not a "
            + (isFolder ? "file" : "folder") + ": write `type: " + (isFolder ? "uri_folder" : "uri_file")
            + "`, or name another path.");
}

bool LocalFiles::resolveExisting(Node &text, std::string_view what, const std::string &path)
{
    const fs::path full = absolute(text, text.text);
    text.text = full.string();
    std::error_code problem;
    if (fs::exists(full, problem))
        return true;
    m_problems.error("document.missing-path", path,
        "There is no " + std::string(what) + " at '" + full.string() + "': correct the path, or create it.",
        {{"path", full.string()}});
    return false;
}

void warnOfMissingScript(
    const std::string &command, const std::string &code, const std::string &path, Problems &problems)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    bool isScriptNext = false;
    for (std::size_t begin = 0; begin < command.size();) {
        std::size_t end = begin;
        while (end < command.size() && !isBlank(command[end]))
            ++end;
        const std::string word = command.substr(begin, end - begin);
        begin = end + 1;
        if (word.empty())
            continue;
        const bool isPlain = word.find_first_of("$\"'`\\*?;|&<>(){}[]") == std::string::npos;
        const bool isScript = isPlain && word.front() != '/' && word.front() != '-'
            && (word.ends_with(".py") || word.ends_with(".R") || word.ends_with(".sh"));
        std::error_code problem;
        const fs::path folder
            = fs::is_directory(code, problem) ? fs::path(code) : fs::path(code).parent_path();
        if (isScriptNext && isScript && (code.empty() || !fs::exists(folder / word, problem)))
            problems.warning("document.missing-script", path,
                "The command runs '" + excerpt(word) + "', which "
                    + (code.empty() ? "is not there, as no `code` is named."
                                    : "'" + code + "' does not hold: correct the name, or `code`."),
                {{"script", word}});
        isScriptNext
            = word == "python" || word == "python3" || word == "Rscript" || word == "bash" || word == "sh";
    }
}

} // namespace atelier
