// Prints what the storage layer costs: metrics from many producers beside the bare floor, and pages of a long
// job list.
#include "core/storage/ExperimentRepository.h"
#include "core/storage/JobListing.h"
#include "core/storage/MetricRepository.h"
#include "core/storage/Migrations.h"
#include "core/storage/Transaction.h"
#include "core/storage/Writer.h"
#include "tests/bench/storage/BareWriter.h"
#include "tests/bench/support/Measure.h"
#include "tests/bench/support/Table.h"
#include "tests/support/TemporaryFolder.h"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <semaphore>
#include <unistd.h>

using namespace atelier;
using test::Durations;
using test::number;
using test::Table;

namespace {

using Clock = std::chrono::steady_clock;

void require(bool succeeded)
{
    if (!succeeded)
        std::abort();
}

/// Starts the next call of one of the producers; `done` is to be called once it is durable.
using Call = std::function<void(std::int64_t step, std::function<void()> done)>;

/// `producers` calls are always on their way, each sent when the one before it was answered: what a server
/// with so many connections does. Answers calls a second.
double callsPerSecond(int producers, int calls, Durations &waits, const Call &call)
{
    std::atomic<int> next{0};
    std::counting_semaphore<> finished(0);
    std::function<void()> send = [&] {
        const int step = next++;
        if (step >= calls)
            return finished.release();
        const auto begin = Clock::now();
        call(step, [&, begin] {
            waits.add(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
            send();
        });
    };
    const double milliseconds = test::millisecondsFor([&] {
        for (int i = 0; i < producers; ++i)
            send();
        for (int i = 0; i < producers; ++i)
            finished.acquire();
    });
    return calls / milliseconds * 1000;
}

void addRow(Table &table, const std::string &what, int producers, const Call &call)
{
    constexpr int calls = 40'000;
    Durations warmUp;
    callsPerSecond(producers, calls / 10, warmUp, call);
    Durations waits;
    const double processorBefore = test::processorMilliseconds();
    const double rate = callsPerSecond(producers, producers == 1 ? calls / 20 : calls, waits, call);
    const double processor = test::processorMilliseconds() - processorBefore;
    table.add({what, std::to_string(producers), number(rate, 0), number(waits.median(), 2),
        number(waits.quantile(0.99), 2),
        number(processor * 1000 / (producers == 1 ? calls / 20 : calls), 1)});
}

double fdatasyncMilliseconds(const test::TemporaryFolder &folder)
{
    const int file = open((folder / "probe").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    const std::string page(4096, 'x');
    const Durations waits = test::measure([&] {
        require(pwrite(file, page.data(), page.size(), 0) > 0);
        require(fdatasync(file) == 0);
    });
    close(file);
    return waits.median();
}

JobRow job(int i, std::int64_t experiment)
{
    constexpr std::array statuses{
        JobStatus::Completed, JobStatus::Failed, JobStatus::Running, JobStatus::Queued};
    JobRow row;
    row.name = "job_" + std::to_string(i * 7919 % 10'000);
    row.displayName = "display " + std::to_string(i * 104'729 % 10'000);
    row.experimentId = experiment;
    row.status = statuses[static_cast<std::size_t>(i) % statuses.size()];
    row.user = i % 2 == 0 ? "ada" : "bob";
    row.createdMs = 1'700'000'000'000 + i;
    row.startedMs = row.createdMs + 5;
    row.endedMs = row.createdMs + 5 + i * 31 % 5000;
    row.document = std::string(3000, 'd');
    return row;
}

std::int64_t makeWorkspace(Database &database, const test::TemporaryFolder &folder)
{
    require(migrate(database, folder / "backups").has_value());
    const Result<Transaction> transaction = Transaction::begin(database);
    std::int64_t last = 0;
    for (int e = 0; e < 10; ++e) {
        const auto id
            = ExperimentRepository::insert(database, {0, "experiment " + std::to_string(e), false, 1, 1, {}});
        require(id.has_value());
        for (int i = 0; i < 1000; ++i) {
            const Result<std::int64_t> added = JobRepository::insert(database, job(e * 1000 + i, *id));
            require(added.has_value());
            last = *added;
        }
    }
    require(database.run("COMMIT").has_value());
    return last;
}

void benchMetrics(const test::TemporaryFolder &folder, std::int64_t jobId)
{
    std::printf("\nOne metric a call, answered when durable (fdatasync here: median %.2f ms)\n",
        fdatasyncMilliseconds(folder));
    Table table({"", "producers", "calls/s", "median ms", "p99 ms", "CPU us/call"});
    for (const int producers : {1, 32, 128}) {
        {
            test::BareWriter bare(folder / ("bare" + std::to_string(producers) + ".db"));
            addRow(table, "bare SQLite, group commit", producers,
                [&](std::int64_t step, std::function<void()> done) { bare.submit(step, std::move(done)); });
        }
        const auto writer = Writer::open(folder / "workspace.db", [](const std::vector<Change> &) {});
        for (const auto isolation : {Writer::Isolation::ChecksFirst, Writer::Isolation::Savepoint}) {
            const bool savepoint = isolation == Writer::Isolation::Savepoint;
            const std::string key = (savepoint ? "s" : "c") + std::to_string(producers);
            addRow(table, savepoint ? "Writer, savepoint" : "Writer, checks first", producers,
                [&](std::int64_t step, std::function<void()> done) {
                    (*writer)->submit(
                        [&, step](WriteContext &context) -> Result<void> {
                            context.changed("job", "job_1", "metrics");
                            return MetricRepository::append(context.database(), jobId, key, {step, 1, 0.5});
                        },
                        [done = std::move(done)](Result<void> outcome) {
                            require(outcome.has_value());
                            done();
                        },
                        isolation);
                });
        }
    }
    table.print();
}

void benchListing(Database &database)
{
    std::printf("\nA page of 100 of 10,000 jobs with the total (median and p99 of 20)\n");
    Table table({"", "median ms", "p99 ms", "CPU ms"});
    const auto add = [&](const std::string &what, const JobQuery &query) {
        constexpr int rounds = 20;
        const double processorBefore = test::processorMilliseconds();
        int calls = 0;
        const Durations times = test::measure(
            [&] {
                ++calls;
                require(listJobs(database, query).has_value());
            },
            rounds);
        const double processor = (test::processorMilliseconds() - processorBefore) / calls;
        table.add({what, number(times.median(), 2), number(times.quantile(0.99), 2), number(processor, 2)});
    };
    using Sort = JobQuery::Sort;
    const std::vector<std::pair<std::string, Sort>> sorts{{"created", Sort::Created}, {"name", Sort::Name},
        {"display name", Sort::DisplayName}, {"status", Sort::Status}, {"experiment", Sort::Experiment},
        {"duration", Sort::Duration}};
    for (const auto &[name, sort] : sorts) {
        JobQuery query;
        query.sort = sort;
        add("by " + name, query);
        query.offset = 9900;
        add("by " + name + ", last page", query);
    }
    JobQuery query;
    query.statuses = {JobStatus::Running};
    add("running ones", query);
    query = {};
    query.text = "99";
    query.sort = Sort::Duration;
    add("text, by duration", query);
    query.user = "ada";
    query.topLevelOnly = true;
    query.types = {JobType::Command};
    query.experimentIds = {1, 2, 3};
    add("all filters, by duration", query);
    table.print();
}

} // namespace

int main()
{
    const test::TemporaryFolder folder;
    Result<Database> database = Database::open(folder / "workspace.db");
    require(database.has_value());
    const std::int64_t lastJob = makeWorkspace(*database, folder);
    benchListing(*database);
    benchMetrics(folder, lastJob);
    return 0;
}
