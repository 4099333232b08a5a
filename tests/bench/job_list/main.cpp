// Prints what the list of 10,000 jobs costs in a window on a real service: time until a filter's answer is
// painted, how much of it is the window's own thread and its longest handler, and scrolling to the last row.
// The jobs are runs that are opened through MLflow's calls.
#include "core/client/WorkspaceFolder.h"
#include "tests/bench/support/GuiThread.h"
#include "tests/bench/support/Measure.h"
#include "tests/bench/support/Table.h"
#include "tests/support/TemporaryFolder.h"
#include "ui/jobs/FilterField.h"
#include "ui/jobs/JobListTab.h"
#include "ui/jobs/JobsPage.h"
#include "ui/shell/StudioWindow.h"
#include "ui/text/Format.h"
#include "ui/widgets/table/DataTable.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QThread>

#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace atelier;
using test::Durations;
using test::number;

namespace {

constexpr int jobCount = 10'000;
constexpr int experimentCount = 20;
constexpr int inFlight = 64;
constexpr int longestMs = 300'000;

double threadMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

template<typename Condition>
void waitUntil(Condition condition)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > longestMs) {
            std::fprintf(stderr, "nothing came\n");
            std::exit(1);
        }
        QCoreApplication::processEvents();
        QThread::msleep(1); // waiting costs no processor time that would be measured
    }
}

/// Counts how often a widget was painted.
class Paints : public QObject
{
public:
    explicit Paints(QWidget &widget) { widget.installEventFilter(this); }
    [[nodiscard]] int count() const { return m_count; }

protected:
    bool eventFilter(QObject * /*watched*/, QEvent *event) override
    {
        m_count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }

private:
    int m_count = 0;
};

class Bench
{
public:
    Bench(ui::StudioWindow &window, test::GuiThread &thread)
        : m_window(window)
        , m_thread(thread)
    {
    }

    void fill()
    {
        for (int i = 0; i < experimentCount; ++i)
            post("/api/2.0/mlflow/experiments/create", {{"name", "experiment " + std::to_string(i)}},
                [this](const Json &answer) { m_experiments.push_back(textAt(answer, "experiment_id")); });
        waitUntil([&] { return m_experiments.size() == experimentCount; });
        for (int i = 0; i < jobCount; ++i) {
            waitUntil([&] { return i - m_opened < inFlight; });
            const std::string fold = std::to_string(i % 5);
            post("/api/2.0/mlflow/runs/create",
                {{"experiment_id", m_experiments[static_cast<std::size_t>(i % experimentCount)]},
                    {"run_name", "trial " + std::to_string(i)},
                    {"tags", Json::array({{{"key", "fold"}, {"value", fold}}})}},
                [this, i](const Json &answer) { measure(textAt(answer["run"]["info"], "run_id"), i); });
        }
        waitUntil([&] { return m_opened == jobCount; });
    }

    /// Wall time and processor time of this thread from the last key to the painted rows.
    void filter(const std::string &what, const QString &filter, test::Table &table)
    {
        Durations wall;
        Durations own;
        Durations longest;
        int found = 0;
        for (int round = 0; round < 12; ++round) {
            apply({});
            QElapsedTimer timer;
            timer.start();
            const double before = threadMilliseconds();
            m_thread.reset();
            apply(filter);
            found = rows().model()->rowCount();
            if (round < 2)
                continue;
            wall.add(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            own.add(threadMilliseconds() - before);
            longest.add(m_thread.handlers().quantile(1));
        }
        table.add({what, number(wall.median()), number(wall.quantile(0.95)), number(own.median()),
            number(longest.median()), std::to_string(found) + " rows"});
    }

    void scroll(test::Table &table)
    {
        apply({});
        Durations pages;
        m_thread.reset();
        const double before = threadMilliseconds();
        while (rows().model()->canFetchMore({})) {
            QElapsedTimer page;
            page.start();
            const int known = rows().model()->rowCount();
            rows().verticalScrollBar()->setValue(rows().verticalScrollBar()->maximum());
            rows().model()->fetchMore({});
            waitUntil([&] { return rows().model()->rowCount() > known; });
            pages.add(static_cast<double>(page.nsecsElapsed()) / 1e6);
        }
        table.add({"scroll to the end, a page of 200", number(pages.median()), number(pages.quantile(0.95)),
            number((threadMilliseconds() - before) / static_cast<double>(jobCount / 200)),
            number(m_thread.handlers().quantile(1)), std::to_string(rows().model()->rowCount()) + " rows"});
        Durations steps;
        for (int i = 0; i < 200; ++i) {
            const double begin = threadMilliseconds();
            rows().verticalScrollBar()->setValue(i * 2000);
            rows().viewport()->repaint();
            steps.add(threadMilliseconds() - begin);
        }
        table.add({"scroll step within 10,000 rows", "", "", number(steps.median()),
            number(steps.quantile(1)), ""});
        Durations changes;
        for (int i = 0; i < 10; ++i) {
            const int known = rows().model()->rowCount();
            bool isOpened = false;
            post("/api/2.0/mlflow/runs/create", {{"experiment_id", m_experiments[0]}, {"run_name", "late"}},
                [&](const Json &) { isOpened = true; });
            waitUntil([&] { return isOpened; });
            const double begin = threadMilliseconds();
            waitUntil([&] { return rows().model()->rowCount() > known; });
            changes.add(threadMilliseconds() - begin);
        }
        table.add({"a job comes on top of 10,000 rows", "", "", number(changes.median()),
            number(changes.quantile(1)), ""});
    }

private:
    ui::DataTable &rows() { return *list().findChild<ui::DataTable *>(); }
    /// The page has a table of experiments beside it.
    ui::JobListTab &list() { return *m_window.findChild<ui::JobListTab *>(); }
    QWidget &page() { return *m_window.findChild<QWidget *>(QStringLiteral("jobsPage")); }

    /// Every filter here lets other jobs through than none: rows go, or come.
    void apply(const QString &filter)
    {
        auto *field = page().findChild<ui::FilterField *>();
        if (field->filter() == filter)
            return;
        QObject answer;
        const Paints paints(*rows().viewport());
        bool isAnswered = false;
        int paintsBefore = 0;
        const auto note = [&] {
            isAnswered = true;
            paintsBefore = paints.count();
        };
        QObject::connect(rows().tableModel(), &QAbstractItemModel::rowsRemoved, &answer, note);
        QObject::connect(rows().tableModel(), &QAbstractItemModel::rowsInserted, &answer, note);
        field->setFilter(filter);
        Q_EMIT field->filterChanged();
        waitUntil([&] { return isAnswered && paints.count() > paintsBefore; });
    }

    template<typename Answered>
    void post(const std::string &path, const Json &body, Answered answered)
    {
        m_window.connection().client().post(path, body, &m_window, [answered](const Reply &reply) {
            if (!reply.isSuccess()) {
                std::fprintf(stderr, "%s\n", reply.errors.front().sentence.c_str());
                std::exit(1);
            }
            answered(reply.json);
        });
    }

    void measure(const std::string &run, int number)
    {
        post("/api/2.0/mlflow/runs/log-batch",
            {{"run_id", run},
                {"metrics",
                    Json::array({{{"key", "auc"}, {"value", (number * 7919 % 1000) / 1000.0},
                        {"timestamp", 1'700'000'000'000}, {"step", 0}}})},
                {"params", Json::array({{{"key", "depth"}, {"value", std::to_string(number % 12)}}})}},
            [this](const Json &) { ++m_opened; });
    }

    ui::StudioWindow &m_window;
    test::GuiThread &m_thread;
    std::vector<std::string> m_experiments;
    int m_opened = 0;
};

} // namespace

int main(int argc, char **argv)
{
    const test::TemporaryFolder folder;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    for (const char *variable : {"XDG_RUNTIME_DIR", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"})
        qputenv(variable, QByteArray::fromStdString(folder.path().string()));
    test::GuiThread application(argc, argv);
    ui::Theme theme(application);
    auto connection = WorkspaceConnection::open(*createWorkspaceFolder(folder / "ws"));
    QSettings settings(ui::textOf((folder / "settings.ini").string()), QSettings::IniFormat);
    ui::StudioWindow window(
        {std::move(*connection), theme, settings, std::filesystem::path(ATELIER_SOURCE_DIR) / "resources",
            {{ui::PageKind::Jobs, [](const ui::Studio &studio) { return new ui::JobsPage(studio); }}}});
    window.resize(1440, 900);
    window.show();
    waitUntil([&] { return window.connection().isConnected(); });
    Bench bench(window, application);
    bench.fill();
    window.go({ui::PageKind::Jobs});
    waitUntil([&] {
        const auto *list = window.findChild<ui::JobListTab *>();
        return list != nullptr && list->findChild<ui::DataTable *>()->model()->rowCount() > 0;
    });
    test::Table table({"10,000 jobs", "wall ms", "95 %", "own thread ms", "longest handler", ""});
    for (const char *filter : {"\"trial 77\"", "type:interactive tag.fold:1", "tag.fold:3", "param.depth>6",
             "metric.auc>0.9", "experiment:\"experiment 7\"", "created>1d metric.auc>0.5 -tag.fold:2"})
        bench.filter(filter, QString::fromLatin1(filter), table);
    bench.scroll(table);
    table.print();
    bool isGone = false;
    window.connection().client().post(
        "/api/v1/service/stop", {{"force", true}}, &window, [&](const Reply &) { isGone = true; });
    waitUntil([&] { return isGone; });
    return 0;
}
