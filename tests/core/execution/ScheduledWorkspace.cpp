#include "tests/core/execution/ScheduledWorkspace.h"

#include "core/execution/JobRecord.h"
#include "core/storage/Database.h"
#include "core/storage/Migrations.h"

#include <gtest/gtest.h>

#include <chrono>

namespace atelier::test {

namespace {

/// What the fixture cannot go on without.
template<typename T>
T required(Result<T> result, const char *what)
{
    if (!result) {
        ADD_FAILURE() << what << ": " << result.error().sentence;
        std::abort();
    }
    return std::move(*result);
}

PlanSources noSources()
{
    return {[](const std::string &) -> Result<DataAsset> {
                return Error{ErrorKind::NotFound, "data.not-found", "There is no data.", {}, {}};
            },
        [](const std::string &) -> Result<std::string> { return std::string(64, 'd'); }};
}

} // namespace

ScheduledWorkspace::ScheduledWorkspace()
    : m_layout(m_folder.path())
{
    {
        Database database = required(Database::open(m_layout.database()), "open");
        if (auto done = migrate(database, m_layout.backups()); !done)
            ADD_FAILURE() << done.error().sentence;
    }
    m_readers = required(ReaderPool::open(m_layout.database(), 3), "readers");
    m_writer = required(Writer::open(m_layout.database(),
                            [this](const std::vector<Change> &) {
                                const std::lock_guard lock(m_mutex);
                                ++m_commits;
                                m_committed.notify_all();
                            }),
        "writer");
}

ScheduledWorkspace::~ScheduledWorkspace()
{
    stop();
}

void ScheduledWorkspace::start()
{
    stop();
    Scheduler::Parts parts{m_layout, *m_writer, *m_readers, m_driver, m_tokens, {}, cores};
    parts.freeMemory = [this] { return freeMemory.load(); };
    parts.memoryInterval = std::chrono::milliseconds(20);
    parts.keepOutputs = [this](const WorkspaceLayout &layout, const std::string &job) {
        auto answer = beforeKeeping(job);
        return answer ? keepOutputs(layout, job) : answer;
    };
    m_scheduler = std::make_unique<Scheduler>(std::move(parts));
    m_driver.setListener([this](const std::string &uuid) { m_scheduler->attemptChanged(uuid); });
    if (auto started = m_scheduler->start(); !started)
        ADD_FAILURE() << started.error().sentence;
}

void ScheduledWorkspace::stop()
{
    m_driver.setListener({});
    m_scheduler.reset();
}

void ScheduledWorkspace::submit(JobDocument document)
{
    const std::string text = toText(jobToJson(document));
    const Planned planned = planJob(std::move(document), m_layout, noSources());
    ASSERT_TRUE(planned.plan) << planned.errors.front().sentence;
    const auto recorded = m_writer->run(
        [&](WriteContext &context) { return recordJob(context, *planned.plan, text, "ada"); });
    ASSERT_TRUE(recorded) << recorded.error().sentence;
    if (m_scheduler)
        m_scheduler->submitted(recorded->job.id);
}

void ScheduledWorkspace::cancel(const std::string &job)
{
    const auto asked = m_scheduler->cancel(row(job).id);
    EXPECT_TRUE(asked) << asked.error().sentence;
}

void ScheduledWorkspace::run(const std::string &sql)
{
    const auto done = m_writer->run([&](WriteContext &context) { return context.database().runScript(sql); });
    EXPECT_TRUE(done) << done.error().sentence;
}

JobRow ScheduledWorkspace::row(const std::string &job)
{
    const auto found
        = m_readers->read([&](Database &database) { return JobRepository::findByName(database, job); });
    return found && *found ? **found : JobRow{};
}

std::vector<AttemptRow> ScheduledWorkspace::attempts(const std::string &job)
{
    const std::int64_t id = row(job).id;
    const auto found
        = m_readers->read([&](Database &database) { return AttemptRepository::ofJob(database, id); });
    return found ? *found : std::vector<AttemptRow>{};
}

std::string ScheduledWorkspace::outputPath(const std::string &job, const std::string &output)
{
    const std::int64_t id = row(job).id;
    const auto found
        = m_readers->read([&](Database &database) { return JobRepository::outputs(database, id); });
    if (found)
        for (const JobOutputRow &one : *found)
            if (one.name == output)
                return one.path;
    return {};
}

std::string ScheduledWorkspace::reaches(const std::string &job, JobStatus wanted)
{
    static_cast<void>(becomes(job, [&](const JobRow &row) { return row.status == wanted; }));
    return std::string(name(row(job).status));
}

bool ScheduledWorkspace::becomes(const std::string &job, const std::function<bool(const JobRow &)> &isWanted)
{
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    for (;;) {
        std::unique_lock lock(m_mutex);
        const std::uint64_t seen = m_commits;
        lock.unlock();
        if (isWanted(row(job)))
            return true;
        lock.lock();
        if (!m_committed.wait_until(lock, deadline, [&] { return m_commits != seen; }))
            return false;
    }
}

CommandJob commandJob(const std::string &name)
{
    CommandJob job;
    job.header.name = name;
    job.command = "run " + name;
    job.environment = "azureml:base@latest";
    return job;
}

PipelineJob pipelineJob(const std::string &name, const std::vector<StepOf> &steps)
{
    PipelineJob job;
    job.header.name = name;
    for (const StepOf &one : steps) {
        PipelineStep step;
        step.component.command = one.name;
        step.component.environment = "azureml:base@latest";
        step.component.outputs["out"] = {PortType::UriFile, {}, AccessMode::RwMount};
        for (const std::string &before : one.after) {
            step.component.command += " ${{inputs." + before + "}}";
            step.component.inputs[before]
                = {PortType::UriFile, {}, {}, false, {}, {}, {}, AccessMode::RoMount};
            step.inputs[before] = {
                PortType::UriFile, AccessMode::RoMount, "${{parent.jobs." + before + ".outputs.out}}", false};
        }
        job.jobs[one.name] = step;
    }
    return job;
}

} // namespace atelier::test
