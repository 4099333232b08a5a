// Prints how long MLflow's searches take in a workspace with 20,000 runs.
#include "core/base/Json.h"
#include "core/storage/MetricRepository.h"
#include "core/storage/ParameterRepository.h"
#include "core/storage/TagRepository.h"
#include "tests/bench/support/Measure.h"
#include "tests/bench/support/Table.h"
#include "tests/core/tracking/TrackedWorkspace.h"

#include <cstdio>
#include <cstdlib>

namespace {

using namespace atelier;
using namespace atelier::test;

constexpr int runs = 20'000;

Result<void> addRun(Database &database, int i)
{
    JobRow row;
    row.name = "run" + std::to_string(i * 7919 % runs);
    row.type = JobType::Interactive;
    row.displayName = "run number " + std::to_string(i);
    row.status = i % 10 == 0 ? JobStatus::Failed : JobStatus::Completed;
    row.user = "ada";
    row.createdMs = 1'700'000'000'000 + i;
    row.startedMs = row.createdMs;
    const auto id = JobRepository::insert(database, row);
    if (!id)
        return id.error();
    for (int k = 0; k < 5; ++k) {
        const std::string key = "m" + std::to_string(k);
        if (auto done = MetricRepository::append(
                database, *id, key, {i % 100, row.createdMs, static_cast<double>(i * 31 % 1000) / 1000, 0});
            !done)
            return done;
        if (auto done
            = ParameterRepository::insert(database, *id, "p" + std::to_string(k), std::to_string(i % 50));
            !done)
            return done;
    }
    return TagRepository::set(database, *id, "team", i % 3 == 0 ? "red" : "blue");
}

void fill(TrackedWorkspace &workspace)
{
    for (int from = 0; from < runs; from += 1000) {
        const auto done = workspace.writer().run([&](WriteContext &context) -> Result<bool> {
            for (int i = from; i < from + 1000; ++i)
                if (auto added = addRun(context.database(), i); !added)
                    return added.error();
            return true;
        });
        if (!done)
            std::abort();
    }
}

} // namespace

int main()
{
    TrackedWorkspace workspace;
    fill(workspace);
    Table table({"of 20,000 runs", "found", "median ms", "p99 ms"});
    const auto add = [&](const char *what, Json request) {
        request["experiment_ids"] = Json::array({"0"});
        std::size_t found = 0;
        const Durations times = measure([&] {
            const auto answer = workspace.runSearch->search(TrackedWorkspace::owner(), request);
            if (!answer)
                std::abort();
            found = answer->value("runs", Json::array()).size();
        });
        table.add({what, std::to_string(found), number(times.median()), number(times.quantile(0.99))});
    };
    add("newest 100", {{"max_results", 100}});
    add("newest 1000", {{"max_results", 1000}});
    add("100 by a metric", {{"max_results", 100}, {"order_by", Json::array({"metrics.m0 DESC"})}});
    add("100 by a parameter", {{"max_results", 100}, {"order_by", Json::array({"params.p1"})}});
    add("100 where a metric is small", {{"max_results", 100}, {"filter", "metrics.m1 < 0.01"}});
    add("100 by metric, parameter and tag",
        {{"max_results", 100}, {"filter", "metrics.m1 > 0.5 AND params.p2 = '7' AND tags.team = 'red'"}});
    add("one by its name", {{"max_results", 100}, {"filter", "run_name = 'run number 777'"}});
    add("100 by a text in it", {{"max_results", 100}, {"filter", "run_name ILIKE '%NUMBER 19%'"}});
    table.print();
    return EXIT_SUCCESS;
}
