#include "tests/core/tracking/TrackedWorkspace.h"

#include "core/storage/Database.h"
#include "core/storage/Migrations.h"

#include <gtest/gtest.h>

#include <future>

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

} // namespace

TrackedWorkspace::TrackedWorkspace()
    : m_layout(m_folder.path())
{
    {
        Database database = required(Database::open(m_layout.database()), "open");
        if (auto done = migrate(database, m_layout.backups()); !done)
            ADD_FAILURE() << done.error().sentence;
    }
    m_readers = required(ReaderPool::open(m_layout.database(), 2), "readers");
    m_writer = required(Writer::open(m_layout.database(),
                            [this](const std::vector<Change> &changed) {
                                const std::lock_guard lock(m_mutex);
                                for (const Change &change : changed)
                                    m_changes.push_back(change.name + " " + change.what);
                            }),
        "writer");
    experiments = std::make_unique<ExperimentTracking>(*m_writer, *m_readers);
    experimentSearch = std::make_unique<ExperimentSearch>(*m_readers);
    runs = std::make_unique<RunTracking>(*m_writer, *m_readers);
    runSearch = std::make_unique<RunSearch>(*m_readers);
    ingest = std::make_unique<RunIngest>(*m_writer);
    history = std::make_unique<MetricHistory>(*m_readers);
    artifacts
        = std::make_unique<ArtifactStore>(required(ArtifactStore::open(*m_readers, m_layout), "artifacts"));
    if (auto done = experiments->ensureDefault(); !done)
        ADD_FAILURE() << done.error().sentence;
}

Result<void> TrackedWorkspace::log(const Result<RunLog> &parsed, const Caller &caller)
{
    if (!parsed)
        return parsed.error();
    std::promise<Result<void>> answer;
    ingest->submit(caller, *parsed, [&](Result<void> outcome) { answer.set_value(std::move(outcome)); });
    return answer.get_future().get();
}

Result<void> TrackedWorkspace::logMetric(const Json &request, const Caller &caller)
{
    return log(parseLogMetric(request), caller);
}

std::string TrackedWorkspace::newRun(Json request, const Caller &caller)
{
    const auto answer = runs->create(caller, request);
    if (!answer) {
        ADD_FAILURE() << answer.error().sentence;
        return {};
    }
    return (*answer)["run"]["info"]["run_id"].get<std::string>();
}

Json TrackedWorkspace::run(const std::string &id)
{
    Json answer = good(runs->get(owner(), {{"run_id", id}}));
    return answer.is_object() ? answer["run"] : answer;
}

JobRow TrackedWorkspace::job(
    const std::string &name, JobType type, JobStatus status, std::optional<std::int64_t> parent)
{
    JobRow row;
    row.name = name;
    row.type = type;
    row.displayName = name + " shown";
    row.experimentId = 0;
    row.parentId = parent;
    row.status = status;
    row.user = "ada";
    const auto id = m_writer->run([&](WriteContext &context) -> Result<std::int64_t> {
        row.createdMs = context.nowMs();
        return JobRepository::insert(context.database(), row);
    });
    row.id = required(id, "job");
    return row;
}

std::vector<std::string> TrackedWorkspace::changes()
{
    const std::lock_guard lock(m_mutex);
    return m_changes;
}

Json good(const Result<Json> &answer)
{
    if (answer)
        return *answer;
    ADD_FAILURE() << answer.error().sentence;
    return nullptr;
}

Json valueAt(const Json &list, const std::string &key)
{
    for (const Json &item : list)
        if (item["key"] == key)
            return item["value"];
    return nullptr;
}

} // namespace atelier::test
