#include "app/cli/JobSummary.h"

#include "app/cli/JobTables.h"
#include "app/cli/LogTail.h"
#include "app/cli/Readable.h"
#include "app/cli/Session.h"
#include "app/cli/Table.h"
#include "core/domain/WorkspaceLayout.h"

#include <algorithm>
#include <set>

namespace atelier::cli {

namespace {

constexpr std::size_t tailLines = 20;

Json stepsOf(const Json &job)
{
    const auto steps = job.find("steps");
    return steps != job.end() && steps->is_array() && !steps->empty() ? *steps : Json::array({job});
}

bool hasFailed(const Json &step)
{
    return textAt(step, "status") == "Failed";
}

} // namespace

JobSummary::JobSummary(Session &session, Json job)
    : m_session(session)
    , m_job(std::move(job))
    , m_steps(stepsOf(m_job))
{
}

void JobSummary::print(std::function<void()> done)
{
    m_done = std::move(done);
    for (const Json &step : m_steps) {
        gather(step);
        if (hasFailed(step))
            gatherFailure(step);
    }
    arrived();
}

void JobSummary::gather(const Json &step)
{
    const std::string name = textAt(step, "name");
    ++m_awaited;
    m_session.client().get("/api/v1/jobs/" + name + "/metrics", {}, this, [this, name](const Reply &reply) {
        if (reply.isSuccess())
            m_metrics[name] = reply.json.value("metrics", Json::array());
        arrived();
    });
}

void JobSummary::gatherFailure(const Json &step)
{
    const std::string name = textAt(step, "name");
    ++m_awaited;
    m_session.client().get("/api/v1/jobs/" + name, {}, this, [this, name](const Reply &reply) {
        if (reply.isSuccess())
            m_details[name] = reply.json;
        arrived();
    });
    if (textAt(step, "type") != "command" || m_steps.size() == 1)
        return; // the log of a single command was just shown
    ++m_awaited;
    auto *tail = new LogTail(m_session.client(), name, tailLines, this);
    connect(tail, &LogTail::read, this, [this, name](const std::string &text) {
        m_logs[name] = text;
        arrived();
    });
    tail->start();
}

void JobSummary::arrived()
{
    if (--m_awaited > 0)
        return;
    printFailures();
    printMetrics();
    printPlaces();
    m_done();
}

std::string JobSummary::causeOf(const Json &step) const
{
    const auto known = m_details.find(textAt(step, "name"));
    const Json &detail = known == m_details.end() ? step : known->second;
    if (const auto error = detail.find("error"); error != detail.end())
        return textAt(*error, "message");
    const Json attempts = detail.value("attempts", Json::array());
    if (!attempts.empty() && attempts.back().contains("exit_code"))
        return "The command ended with exit code " + std::to_string(integerAt(attempts.back(), "exit_code"))
            + ".";
    return {};
}

std::string JobSummary::skippedAfter(const std::string &step) const
{
    std::set<std::string> lost{step};
    std::string text;
    // Steps may be listed in any order: look again until nothing new is found.
    for (bool hasGrown = true; hasGrown;) {
        hasGrown = false;
        for (const Json &other : m_steps) {
            const std::string label = labelOf(other);
            const Json before = other.value("depends_on", Json::array());
            const bool depends = std::any_of(before.begin(), before.end(), [&](const Json &name) {
                return name.is_string() && lost.count(name.get<std::string>()) != 0;
            });
            if (!depends || textAt(other, "status") != "Skipped" || !lost.insert(label).second)
                continue;
            hasGrown = true;
            text += (text.empty() ? "" : ", ") + label;
        }
    }
    return text;
}

void JobSummary::printFailures()
{
    Terminal &terminal = m_session.terminal();
    for (const Json &step : m_steps) {
        if (!hasFailed(step))
            continue;
        const std::string cause = causeOf(step);
        terminal.out("\n" + terminal.styled(Style::Bad, labelOf(step) + " failed")
            + (cause.empty() ? "" : ": ") + cause + "\n");
        if (const std::string &log = m_logs[textAt(step, "name")]; !log.empty()) {
            terminal.out(terminal.styled(Style::Dim, "The end of its log:") + "\n");
            for (std::size_t at = 0; at < log.size();) {
                const std::size_t end = log.find('\n', at);
                terminal.out("  " + log.substr(at, end - at) + "\n");
                at = end + 1;
            }
        }
        if (const std::string skipped = skippedAfter(labelOf(step)); !skipped.empty())
            terminal.out("Skipped because of it: " + skipped + "\n");
    }
}

void JobSummary::printMetrics()
{
    Table table({"STEP", "METRIC", "VALUE", "AT STEP"});
    for (const Json &step : m_steps)
        for (const Json &metric : m_metrics[textAt(step, "name")])
            table.add({labelOf(step), textAt(metric, "key"), readableNumber(metric.value("value", Json())),
                std::to_string(integerAt(metric, "step"))});
    if (!table.empty())
        m_session.terminal().out("\n" + table.text());
}

void JobSummary::printPlaces()
{
    const WorkspaceLayout layout(m_session.client().workspace());
    Table table({{}, {}});
    for (const Json &step : m_steps) {
        const std::string origin = textAt(step, "reused_from");
        const std::string holder = origin.empty() ? textAt(step, "name") : origin;
        if (textAt(step, "status") == "Skipped")
            continue;
        const std::string prefix = m_steps.size() == 1 ? "" : labelOf(step) + " ";
        table.add({prefix + "outputs", layout.outputs(holder).string()});
        table.add({prefix + "log", layout.log(holder).string()});
    }
    const Json outputs = m_job.value("outputs", Json::object());
    for (const auto &[name, output] : outputs.items())
        table.add({"output " + name, textAt(output, "path")});
    Terminal &terminal = m_session.terminal();
    terminal.out("\n" + table.text());
    terminal.out("\nJob " + textAt(m_job, "name") + ": " + statusText(terminal, m_job)
        + (durationOf(m_job).empty() ? "" : " in " + durationOf(m_job)) + "\n");
}

} // namespace atelier::cli
