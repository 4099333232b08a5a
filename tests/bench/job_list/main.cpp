// Prints what the list of 10,000 jobs costs in a window on a real service: time until a filter's answer is
// painted, how much of it is the window's own thread and its longest handler, and scrolling to the last row.
// The jobs are runs that are opened through MLflow's calls.
#include "tests/bench/support/BenchStudio.h"
#include "tests/bench/support/Measure.h"
#include "tests/bench/support/Table.h"
#include "ui/jobs/FilterField.h"
#include "ui/jobs/JobListTab.h"
#include "ui/jobs/JobsPage.h"
#include "ui/widgets/table/DataTable.h"

#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>

#include <ctime>

using namespace atelier;
using test::Durations;
using test::number;
using test::waitUntil;

namespace {

constexpr int jobCount = 10'000;
constexpr int experimentCount = 20;
constexpr int inFlight = 64;

double threadMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
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
    explicit Bench(test::BenchStudio &studio)
        : m_studio(studio)
    {
    }

    void fill()
    {
        for (int i = 0; i < experimentCount; ++i)
            m_studio.post("/api/2.0/mlflow/experiments/create", {{"name", "experiment " + std::to_string(i)}},
                [this](const Json &answer) { m_experiments.push_back(textAt(answer, "experiment_id")); });
        waitUntil([&] { return m_experiments.size() == experimentCount; });
        for (int i = 0; i < jobCount; ++i) {
            waitUntil([&] { return i - m_opened < inFlight; });
            const std::string fold = std::to_string(i % 5);
            m_studio.post("/api/2.0/mlflow/runs/create",
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
            m_studio.gui().reset();
            apply(filter);
            found = rows().model()->rowCount();
            if (round < 2)
                continue;
            wall.add(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            own.add(threadMilliseconds() - before);
            longest.add(m_studio.gui().handlers().quantile(1));
        }
        table.add({what, number(wall.median()), number(wall.quantile(0.95)), number(own.median()),
            number(longest.median()), std::to_string(found) + " rows"});
    }

    void scroll(test::Table &table)
    {
        apply({});
        Durations pages;
        m_studio.gui().reset();
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
            number(m_studio.gui().handlers().quantile(1)),
            std::to_string(rows().model()->rowCount()) + " rows"});
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
            m_studio.post("/api/2.0/mlflow/runs/create",
                {{"experiment_id", m_experiments[0]}, {"run_name", "late"}},
                [&](const Json &) { isOpened = true; });
            waitUntil([&] { return isOpened; });
            const double begin = threadMilliseconds();
            waitUntil([&] { return rows().model()->rowCount() > known; });
            changes.add(threadMilliseconds() - begin);
        }
        table.add({"a job comes on top of 10,000 rows", "", "", number(changes.median()),
            number(changes.quantile(1)), ""});
    }

    /// After `scroll`: every job is there.
    void pressKeys(test::Table &table)
    {
        rows().selectAll();
        Durations presses;
        Durations asks;
        for (int i = 0; i < 20; ++i) {
            const double begin = threadMilliseconds();
            QKeyEvent press(QEvent::KeyPress, Qt::Key_F6, {});
            QCoreApplication::sendEvent(&rows(), &press);
            presses.add(threadMilliseconds() - begin);
            const double asked = threadMilliseconds();
            if (rows().actionsOf(rows().selectedRows()).isEmpty())
                return;
            asks.add(threadMilliseconds() - asked);
        }
        table.add({"what can be done with 10,000 selected rows", "", "", number(asks.median()),
            number(asks.quantile(1)), ""});
        table.add({"a key that does nothing with 10,000 rows selected", "", "", number(presses.median()),
            number(presses.quantile(1)), ""});
    }

private:
    ui::DataTable &rows() { return *list().findChild<ui::DataTable *>(); }
    /// The page has a table of experiments beside it.
    ui::JobListTab &list() { return *m_studio.window().findChild<ui::JobListTab *>(); }
    QWidget &page() { return *m_studio.window().findChild<QWidget *>(QStringLiteral("jobsPage")); }

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

    void measure(const std::string &run, int number)
    {
        m_studio.post("/api/2.0/mlflow/runs/log-batch",
            {{"run_id", run},
                {"metrics",
                    Json::array({{{"key", "auc"}, {"value", (number * 7919 % 1000) / 1000.0},
                        {"timestamp", 1'700'000'000'000}, {"step", 0}}})},
                {"params", Json::array({{{"key", "depth"}, {"value", std::to_string(number % 12)}}})}},
            [this](const Json &) { ++m_opened; });
    }

    test::BenchStudio &m_studio;
    std::vector<std::string> m_experiments;
    int m_opened = 0;
};

} // namespace

int main(int argc, char **argv)
{
    test::BenchStudio studio(
        argc, argv, {{ui::PageKind::Jobs, [](const ui::Studio &parts) { return new ui::JobsPage(parts); }}});
    Bench bench(studio);
    bench.fill();
    ui::StudioWindow &window = studio.window();
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
    bench.pressKeys(table);
    table.print();
    return 0;
}
