// Prints what log-metric does over real HTTP against the real service, alternating with a bare writer that
// commits groups with full durability: log_metric_bench [seconds a round] [rounds].
#include "tests/bench/log_metric/MetricLoad.h"
#include "tests/bench/log_metric/RunningService.h"
#include "tests/bench/storage/BareWriter.h"
#include "tests/bench/support/Table.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <semaphore>

namespace {

using namespace atelier;
using namespace atelier::test;
using Clock = std::chrono::steady_clock;

constexpr int connections = 32;

struct Total
{
    std::int64_t calls = 0;
    double milliseconds = 0;
    double processor = 0;
    Durations waits;

    [[nodiscard]] double rate() const { return static_cast<double>(calls) / milliseconds * 1000; }
    [[nodiscard]] std::vector<std::string> row(const std::string &what) const
    {
        return {what, number(rate(), 0), number(waits.median(), 2), number(waits.quantile(0.99), 2),
            number(processor * 1000 / static_cast<double>(calls), 1)};
    }
};

/// As many calls on their way as there are connections, each sent when the one before it is durable.
std::int64_t runBare(BareWriter &writer, std::chrono::milliseconds time, std::int64_t &step, Durations &waits)
{
    const auto end = Clock::now() + time;
    std::counting_semaphore<> finished(0);
    std::int64_t calls = 0;
    std::function<void()> send = [&] {
        if (Clock::now() >= end)
            return finished.release();
        writer.submit(step++, [&, begin = Clock::now()] {
            waits.add(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
            ++calls;
            send();
        });
    };
    // Started from the writer's own thread, which alone counts.
    writer.submit(step++, [&] {
        for (int i = 0; i < connections; ++i)
            send();
    });
    for (int i = 0; i < connections; ++i)
        finished.acquire();
    return calls;
}

void measure(
    Total &total, const std::function<double()> &processor, const std::function<std::int64_t()> &work)
{
    const double before = processor();
    std::int64_t calls = 0;
    total.milliseconds += millisecondsFor([&] { calls = work(); });
    total.calls += calls;
    total.processor += processor() - before;
}

std::vector<std::string> openRuns(RunningService &service)
{
    std::vector<std::string> runs;
    for (int i = 0; i < connections; ++i)
        runs.push_back(
            service.call(http::Method::Post, "/api/2.0/mlflow/runs/create")["run"]["info"]["run_id"]
                .get<std::string>());
    return runs;
}

} // namespace

int main(int count, char **values)
{
    const std::chrono::milliseconds round(count > 1 ? std::atoi(values[1]) * 1000 : 5000);
    const int rounds = count > 2 ? std::atoi(values[2]) : 6;
    RunningService service;
    const std::vector<std::string> runs = openRuns(service);
    MetricLoad load(service.port(), service.token(), runs);
    BareWriter bare(service.folder() / "bare.db");
    std::int64_t step = 0;
    Durations warmUp;
    load.run(std::chrono::seconds(1), warmUp);
    runBare(bare, std::chrono::seconds(1), step, warmUp);
    Total served;
    Total floor;
    for (int i = 0; i < rounds; ++i) {
        measure(
            served, [&] { return service.processorMilliseconds(); },
            [&] { return load.run(round, served.waits); });
        measure(floor, processorMilliseconds, [&] { return runBare(bare, round, step, floor.waits); });
    }
    Table table({"32 calls at once", "calls/s", "median ms", "p99 ms", "processor µs a call"});
    table.add(served.row("log-metric, HTTP with token, durable"));
    table.add(floor.row("bare writer, full group commit"));
    table.print();
    std::printf("ratio %.2f\n", served.rate() / floor.rate());
    return EXIT_SUCCESS;
}
