#include "core/document/JobDocument.h"

#include "core/base/Json.h"
#include "core/document/DocumentCheck.h"
#include "core/document/DocumentKind.h"
#include "core/document/JsonTree.h"
#include "core/document/KindCodec.h"
#include "core/document/LocalFiles.h"
#include "core/document/Settings.h"
#include "core/document/YamlFile.h"

namespace atelier {

namespace {

template<typename Job>
JobDocument readAs(const Node &root, Problems &problems)
{
    Job job;
    readObject(root, {}, job, problems);
    if (root.kind == NodeKind::Mapping)
        checkJob(job, root, problems);
    return job;
}

std::optional<JobDocument> readJob(const Node &root, Problems &problems)
{
    if (refuseFamily(root, "job", problems))
        return std::nullopt;
    const Node *type = root.find("type");
    if (type && type->text == "pipeline")
        return readAs<PipelineJob>(root, problems);
    if (refuseKind(root, {}, "job", problems))
        return std::nullopt;
    if (!root.find("jobs"))
        return readAs<CommandJob>(root, problems);
    problems.error("document.missing", {},
        "A document with `jobs` is a pipeline, but it says no type: write `type: pipeline`.",
        {{"key", "type"}});
    return readAs<PipelineJob>(root, problems);
}

struct ScriptWarner
{
    void operator()(const CommandJob &job) const
    {
        warnOfMissingScript(job.command, job.code.path, "command", problems);
    }

    void operator()(const PipelineJob &job) const
    {
        for (const auto &[name, step] : job.jobs)
            warnOfMissingScript(step.component.command, step.component.code.path,
                below(below("jobs", name), "component.command"), problems);
    }

    Problems &problems;
};

void applySettings(Node &tree, const std::vector<std::string> &settings, Problems &problems)
{
    for (const std::string &setting : settings)
        if (const Result<void> done = applySetting(tree, setting); !done)
            problems.add(done.error());
}

} // namespace

Loaded<JobDocument> loadJob(const std::filesystem::path &file, const std::vector<std::string> &settings)
{
    Loaded<JobDocument> loaded;
    std::vector<Error> warnings;
    Result<Node> root = readYamlFile(file, file.string(), warnings);
    if (!root) {
        loaded.errors.push_back(root.error());
        loaded.warnings = std::move(warnings);
        return loaded;
    }
    loaded.tree = *std::move(root);
    Problems problems(loaded.tree);
    problems.addWarnings(std::move(warnings));
    applySettings(loaded.tree, settings, problems);
    LocalFiles(loaded.tree, problems).resolveJob();
    std::optional<JobDocument> job = readJob(loaded.tree, problems);
    if (job)
        std::visit(ScriptWarner{problems}, *job);
    if (!problems.hasErrors())
        loaded.value = std::move(job);
    loaded.errors = problems.takeErrors();
    loaded.warnings = problems.takeWarnings();
    return loaded;
}

Loaded<JobDocument> jobFromJson(const Json &json, const std::vector<std::string> &settings)
{
    Loaded<JobDocument> loaded;
    Result<Node> root = treeFromJson(json);
    if (!root) {
        loaded.errors.push_back(root.error());
        return loaded;
    }
    loaded.tree = *std::move(root);
    Problems problems(loaded.tree);
    applySettings(loaded.tree, settings, problems);
    std::optional<JobDocument> job = readJob(loaded.tree, problems);
    if (!problems.hasErrors())
        loaded.value = std::move(job);
    loaded.errors = problems.takeErrors();
    loaded.warnings = problems.takeWarnings();
    return loaded;
}

Json jobToJson(const JobDocument &job)
{
    const bool isPipeline = std::holds_alternative<PipelineJob>(job);
    Json document{{"type", isPipeline ? "pipeline" : "command"}};
    const Json fields = std::visit([](const auto &value) { return writeObject(value); }, job);
    for (const auto &[key, value] : fields.items())
        append(document, key, value);
    return document;
}

const JobHeader &headerOf(const JobDocument &job)
{
    return std::visit([](const auto &value) -> const JobHeader & { return value.header; }, job);
}

JobHeader &headerOf(JobDocument &job)
{
    return std::visit([](auto &value) -> JobHeader & { return value.header; }, job);
}

} // namespace atelier
