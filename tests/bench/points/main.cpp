// Prints what it costs to bring the points of a job from the service to its charts: `points_bench [METRICS]`,
// 10 where nothing is said, each with 100,000 points.
#include "tests/bench/support/BenchStudio.h"
#include "tests/bench/support/Table.h"
#include "ui/jobs/JobPage.h"
#include "ui/plot/MetricPlot.h"
#include "ui/text/Format.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <unistd.h>

using namespace atelier;
using test::number;
using test::waitUntil;

namespace {

constexpr int pointCount = 100'000;
constexpr int batch = 1000;
constexpr int inFlight = 16;

/// Processor time of another process so far, in milliseconds; it counts in hundredths of a second.
double processorMillisecondsOf(pid_t process)
{
    std::ifstream stat("/proc/" + std::to_string(process) + "/stat");
    std::string field;
    std::getline(stat, field, ')');
    double ticks = 0;
    for (int i = 3; i <= 15 && stat >> field; ++i)
        ticks += i >= 14 ? std::stod(field) : 0;
    return ticks * 1000 / static_cast<double>(sysconf(_SC_CLK_TCK));
}

class Bench
{
public:
    Bench(test::BenchStudio &studio, int metrics)
        : m_studio(studio)
        , m_window(studio.window())
        , m_gui(studio.gui())
        , m_metrics(metrics)
    {
    }

    void fill()
    {
        send("/api/2.0/mlflow/experiments/create", {{"name", "long"}},
            [this](const Json &answer) { m_experiment = textAt(answer, "experiment_id"); });
        waitUntil([&] { return !m_experiment.empty(); });
        send("/api/2.0/mlflow/runs/create", {{"experiment_id", m_experiment}, {"run_name", "long"}},
            [this](const Json &answer) { m_run = textAt(answer["run"]["info"], "run_id"); });
        waitUntil([&] { return !m_run.empty(); });
        for (int metric = 0; metric < m_metrics; ++metric)
            for (int from = 0; from < pointCount; from += batch) {
                waitUntil([&] { return m_waiting < inFlight; });
                send("/api/2.0/mlflow/runs/log-batch",
                    {{"run_id", m_run}, {"metrics", pointsOf(metric, from)}}, [](const Json &) {});
            }
        waitUntil([&] { return m_waiting == 0; });
    }

    /// Service, this process and its window's thread, for one answer with everything.
    template<typename Ask>
    void answer(const std::string &what, test::Table &table, Ask ask)
    {
        test::Durations wall;
        test::Durations service;
        test::Durations client;
        test::Durations pause;
        for (int round = 0; round < 6; ++round) {
            const double serviceBefore = processorMillisecondsOf(m_service());
            const double before = test::processorMilliseconds();
            m_gui.reset();
            bool isDone = false;
            QElapsedTimer timer;
            timer.start();
            ask([&] { isDone = true; });
            waitUntil([&] { return isDone; });
            if (round == 0)
                continue;
            wall.add(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            service.add(processorMillisecondsOf(m_service()) - serviceBefore);
            client.add(test::processorMilliseconds() - before);
            pause.add(m_gui.handlers().quantile(1));
        }
        table.add({what, number(wall.median()), number(service.median(), 0), number(client.median()),
            number(pause.median(), 2)});
    }

    void ask(test::Table &table)
    {
        answer("JSON", table, [this](const std::function<void()> &done) {
            m_window.connection().client().get(
                path(), {{"after", "0"}}, &m_window, [done](const Reply &) { done(); });
        });
        std::size_t points = 0;
        answer("bytes", table, [&](const std::function<void()> &done) {
            m_window.connection().jobs().points(
                m_run, 0, &m_window, [&points, done](const Result<series::MetricPoints> &answer) {
                    points = 0;
                    for (const series::MetricSeries &series : answer->series)
                        points += series.points.size();
                    done();
                });
        });
        std::printf("%zu points\n", points);
    }

    /// From the wish for the page until every chart has its picture.
    void show(test::Table &table)
    {
        m_gui.reset();
        const double serviceBefore = processorMillisecondsOf(m_service());
        const double before = test::processorMilliseconds();
        QElapsedTimer timer;
        timer.start();
        m_window.go({ui::PageKind::Job, {ui::textOf(m_run)}, QStringLiteral("metrics")});
        waitUntil([&] {
            const auto plots = m_window.findChildren<ui::MetricPlot *>();
            return plots.size() == m_metrics && std::all_of(plots.begin(), plots.end(), [](const auto *plot) {
                return plot->visibleRegion().isEmpty() || plot->isUpToDate();
            });
        });
        table.add({"the job's page with its charts", number(static_cast<double>(timer.elapsed())),
            number(processorMillisecondsOf(m_service()) - serviceBefore, 0),
            number(test::processorMilliseconds() - before), number(m_gui.handlers().quantile(1), 2)});
    }

private:
    [[nodiscard]] std::string path() const { return "/api/v1/jobs/" + m_run + "/points"; }
    [[nodiscard]] pid_t m_service() { return serviceProcess(m_window.connection().client().socket()); }

    static Json pointsOf(int metric, int from)
    {
        Json points = Json::array();
        for (int step = from; step < from + batch; ++step)
            points.push_back({{"key", "loss " + std::to_string(metric)}, {"step", step},
                {"timestamp", 1'700'000'000'000 + step * 100LL},
                {"value", 2 / (1 + step / 5000.0) + std::sin(step * 0.7 + metric) * 0.05}});
        return points;
    }

    void send(const std::string &path, const Json &body, const std::function<void(const Json &)> &answered)
    {
        ++m_waiting;
        m_studio.post(path, body, [this, answered](const Json &answer) {
            --m_waiting;
            answered(answer);
        });
    }

    test::BenchStudio &m_studio;
    ui::StudioWindow &m_window;
    test::GuiThread &m_gui;
    const int m_metrics;
    std::string m_experiment;
    std::string m_run;
    int m_waiting = 0;
};

} // namespace

int main(int argc, char **argv)
{
    test::BenchStudio studio(
        argc, argv, {{ui::PageKind::Job, [](const ui::Studio &parts) { return new ui::JobPage(parts); }}});
    Bench bench(studio, argc > 1 ? std::atoi(argv[1]) : 10);
    bench.fill();
    test::Table table({"all points of a job", "wall ms", "service CPU ms", "own CPU ms", "longest handler"});
    bench.ask(table);
    bench.show(table);
    table.print();
    return 0;
}
