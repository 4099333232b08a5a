#include "app/cli/JobTables.h"

#include "app/cli/Readable.h"
#include "app/cli/Table.h"
#include "app/cli/Terminal.h"
#include "core/domain/JobDetail.h"
#include "core/domain/WorkspaceLayout.h"

namespace atelier::cli {

namespace {

std::string plainStatus(const Terminal &terminal, const Json &job)
{
    const std::string status = textAt(job, "status");
    return terminal.styled(styleOfStatus(status), status);
}

void addIfSet(Table &table, const std::string &title, const std::string &value)
{
    if (!value.empty())
        table.add({title, value});
}

std::string joined(const Json &names)
{
    std::string text;
    for (const Json &name : names)
        if (name.is_string())
            text += (text.empty() ? "" : ", ") + name.get<std::string>();
    return text;
}

std::string stepsText(const Terminal &terminal, const Json &steps)
{
    Table table({"STEP", "STATUS", "DURATION", "AFTER", "JOB"});
    for (const Json &step : steps)
        table.add({labelOf(step), statusText(terminal, step), durationOf(step),
            joined(step.value("depends_on", Json::array())), textAt(step, "name")});
    return table.text();
}

/// Inputs or outputs: name, type and what they are.
std::string portsText(const std::string &title, const Json &ports, const char *valueKey)
{
    if (!ports.is_object() || ports.empty())
        return {};
    Table table({title, "TYPE", "VALUE"});
    for (const auto &[name, port] : ports.items())
        table.add({name, textAt(port, "type"), textAt(port, valueKey)});
    return "\n" + table.text();
}

std::string attemptsText(const Json &attempts)
{
    if (!attempts.is_array() || attempts.empty())
        return {};
    Table table({"ATTEMPT", "STATE", "STARTED", "DURATION", "EXIT CODE", "PEAK MEMORY"});
    for (const Json &attempt : attempts) {
        const std::int64_t peakKib = integerAt(attempt, "peak_memory_kib");
        table.add({std::to_string(integerAt(attempt, "number")), textAt(attempt, "state"),
            readableTime(integerAt(attempt, "started_ms")), durationOf(attempt),
            attempt.contains("exit_code") ? std::to_string(integerAt(attempt, "exit_code")) : "",
            peakKib > 0 ? readableBytes(static_cast<std::uint64_t>(peakKib) * 1024) : ""});
    }
    return "\n" + table.text();
}

/// Those that people gave: what MLflow's clients note for themselves is left out.
std::string tagsText(const Json &tags)
{
    std::string text;
    for (const auto &[key, value] : tags.items())
        if (!key.starts_with("mlflow.") && value.is_string())
            text += (text.empty() ? "" : ", ") + key + "=" + value.get<std::string>();
    return text;
}

} // namespace

std::string statusText(const Terminal &terminal, const Json &job)
{
    std::string text = plainStatus(terminal, job);
    if (const std::string origin = textAt(job, "reused_from"); !origin.empty())
        text += " (reused from " + origin + ")";
    return text;
}

std::string labelOf(const Json &job)
{
    const std::string step = textAt(job, "step");
    return step.empty() ? textAt(job, "name") : step;
}

std::string jobListText(const Terminal &terminal, const Json &page)
{
    const Json jobs = page.value("jobs", Json::array());
    if (jobs.empty())
        return "No job.\n";
    Table table({"NAME", "STATUS", "TYPE", "EXPERIMENT", "DISPLAY NAME", "CREATED", "DURATION"});
    for (const Json &job : jobs)
        table.add(
            {textAt(job, "name"), plainStatus(terminal, job), textAt(job, "type"), textAt(job, "experiment"),
                textAt(job, "display_name"), readableTime(integerAt(job, "created_ms")), durationOf(job)});
    std::string text = table.text();
    const std::int64_t total = integerAt(page, "total");
    if (total > static_cast<std::int64_t>(jobs.size()))
        text += std::to_string(jobs.size()) + " of " + std::to_string(total)
            + " jobs; see --limit and --text.\n";
    return text;
}

std::string jobDetailText(const Terminal &terminal, const Json &job, const std::string &workspace)
{
    const std::string name = textAt(job, "name");
    Table table({{}, {}});
    table.add({"Job", terminal.styled(Style::Title, name)});
    table.add({"Status", statusText(terminal, job)});
    if (const auto error = job.find("error"); error != job.end())
        addIfSet(table, "Error", textAt(*error, "message"));
    addIfSet(table, "Reason", textAt(job, "status_reason"));
    addIfSet(table, "Type", textAt(job, "type"));
    addIfSet(table, "Display name", textAt(job, "display_name"));
    addIfSet(table, "Experiment", textAt(job, "experiment"));
    addIfSet(table, "Description", textAt(job, "description"));
    addIfSet(table, "Tags", tagsText(job.value("tags", Json::object())));
    const Json document = job.value("document", Json::object());
    addIfSet(table, "Made from", textAt(document.value("properties", Json::object()), fromProperty.c_str()));
    addIfSet(table, "Step", textAt(job, "step"));
    addIfSet(table, "Pipeline", textAt(job, "parent"));
    addIfSet(table, "User", textAt(job, "user"));
    addIfSet(table, "Created", readableTime(integerAt(job, "created_ms")));
    addIfSet(table, "Started", readableTime(integerAt(job, "started_ms")));
    addIfSet(table, "Ended", readableTime(integerAt(job, "ended_ms")));
    addIfSet(table, "Duration", durationOf(job));
    const std::string origin = textAt(job, "reused_from");
    table.add({"Folder", WorkspaceLayout(workspace).job(origin.empty() ? name : origin).string()});
    std::string text = table.text();
    if (const auto steps = job.find("steps"); steps != job.end() && !steps->empty())
        text += "\n" + stepsText(terminal, *steps);
    text += portsText("INPUT", job.value("inputs", Json()), "value");
    text += portsText("OUTPUT", job.value("outputs", Json()), "path");
    text += attemptsText(job.value("attempts", Json()));
    return text;
}

} // namespace atelier::cli
