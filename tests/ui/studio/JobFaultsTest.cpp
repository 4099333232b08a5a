// A job's page while everything around it goes wrong: its window closes, its job is deleted, the disk is
// full.
#include "core/domain/WorkspaceLayout.h"
#include "tests/core/system/SmallDisk.h"
#include "tests/ui/studio/StudioTest.h"
#include "ui/plot/MetricPlot.h"
#include "ui/plot/PlotCard.h"

#include <QElapsedTimer>
#include <QFileDialog>
#include <QImage>
#include <QMenu>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using namespace atelier;
using namespace atelier::ui;
using atelier::test::read;
using atelier::test::SmallDisk;
using atelier::test::write;

namespace {

const QStringList tabs{QStringLiteral("overview"), QStringLiteral("metrics"), QStringLiteral("logs"),
    QStringLiteral("code"), QStringLiteral("steps")};

/// How long at most the GUI thread did not come back to its event loop.
class LongestPause
{
public:
    LongestPause()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer,
            [this] { m_longest = std::max(m_longest, m_clock.restart()); });
        m_clock.start();
        m_timer.start(0);
    }
    [[nodiscard]] qint64 milliseconds() const { return m_longest; }

private:
    QElapsedTimer m_clock;
    QTimer m_timer;
    qint64 m_longest = 0;
};

long entriesIn(const std::filesystem::path &folder)
{
    return std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator());
}

} // namespace

class JobFaultsTest : public ui::test::StudioTest
{
protected:
    void call(const std::string &path, const Json &body, const std::function<void(const Json &)> &use)
    {
        bool isDone = false;
        m_window->connection().client().post(path, body, m_window.get(), [&](const Reply &reply) {
            isDone = true;
            ASSERT_TRUE(reply.isSuccess()) << reply.errors.front().sentence;
            use(reply.json);
        });
        ASSERT_TRUE(waitUntil([&] { return isDone; }));
    }
    /// A run as a script of somebody else's logs it.
    std::string startRun()
    {
        std::string run;
        call("/api/2.0/mlflow/runs/create", {{"experiment_id", "0"}},
            [&](const Json &answer) { run = answer["run"]["info"]["run_id"].get<std::string>(); });
        return run;
    }
    void log(const std::string &run, Json metrics)
    {
        call("/api/2.0/mlflow/runs/log-batch", {{"run_id", run}, {"metrics", std::move(metrics)}},
            [](const Json &) {});
    }
    /// Batches as large as they may be, several on their way at once.
    void logMany(const std::string &run, int points, const std::function<double(int)> &valueAt)
    {
        constexpr int inBatch = 1000;
        constexpr int mostOnTheWay = 8;
        int onTheWay = 0;
        for (int from = 0; from < points; from += inBatch) {
            Json metrics = Json::array();
            for (int i = from; i < std::min(points, from + inBatch); ++i)
                metrics.push_back({{"key", "loss"}, {"value", valueAt(i)},
                    {"timestamp", 1'700'000'000'000 + i}, {"step", i}});
            ++onTheWay;
            m_window->connection().client().post("/api/2.0/mlflow/runs/log-batch",
                {{"run_id", run}, {"metrics", std::move(metrics)}}, m_window.get(), [&](const Reply &reply) {
                    --onTheWay;
                    EXPECT_TRUE(reply.isSuccess());
                });
            ASSERT_TRUE(waitUntil([&] { return onTheWay < mostOnTheWay; }));
        }
        ASSERT_TRUE(waitUntil([&] { return onTheWay == 0; }));
    }
    void openMetrics(const std::string &run)
    {
        go({PageKind::Job, {QString::fromStdString(run)}, QStringLiteral("metrics")});
    }
    /// The chart of a metric once it shows as many points as there are.
    PlotCard *chart(const char *metric)
    {
        PlotCard *card = nullptr;
        EXPECT_TRUE(waitUntil([&] {
            card = m_window->findChild<PlotCard *>(QLatin1StringView("chart_") + QLatin1StringView(metric));
            return card != nullptr && card->isVisible() && card->plot().isUpToDate();
        })) << "no chart of "
            << metric;
        return card;
    }
    /// Asks for it in the chart's menu and names the file.
    static void exportTo(PlotCard &card, const QString &action, const std::filesystem::path &file)
    {
        const auto actions = card.findChild<QToolButton *>(QStringLiteral("plotMenu"))->menu()->actions();
        const auto found = std::find_if(
            actions.begin(), actions.end(), [&](const QAction *each) { return each->text() == action; });
        ASSERT_NE(found, actions.end());
        (*found)->trigger();
        const auto dialogs = card.findChildren<QFileDialog *>();
        ASSERT_FALSE(dialogs.isEmpty());
        QFileDialog *dialog = dialogs.last(); // an earlier one may not be gone yet
        Q_EMIT dialog->fileSelected(QString::fromStdString(file.string()));
        dialog->close();
    }
};

TEST_F(JobFaultsTest, AWindowThatClosesInTheMiddleOfAnExportLeavesAWholeFileOrNone)
{
    constexpr int points = 20'000;
    const std::string run = startRun();
    logMany(run, points, [](int i) { return i * 0.5; });
    std::filesystem::create_directory(folder() / "charts");
    for (const int waitMs : {0, 1, 5, 20}) {
        openMetrics(run);
        PlotCard *card = chart("loss");
        ASSERT_NE(card, nullptr);
        const std::string name = std::to_string(waitMs);
        exportTo(*card, QStringLiteral("Export as PNG…"), folder() / "charts" / (name + ".png"));
        exportTo(*card, QStringLiteral("Export as CSV…"), folder() / "charts" / (name + ".csv"));
        QTest::qWait(waitMs);
        reopen();
        const auto csv = folder() / "charts" / (name + ".csv");
        const auto png = folder() / "charts" / (name + ".png");
        EXPECT_EQ(
            entriesIn(folder() / "charts"), std::filesystem::exists(csv) + std::filesystem::exists(png));
        if (std::filesystem::exists(csv)) {
            const std::string text = read(csv);
            EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), points + 1);
        }
        if (std::filesystem::exists(png)) {
            EXPECT_FALSE(QImage(QString::fromStdString(png.string())).isNull());
        }
        std::filesystem::remove(csv);
        std::filesystem::remove(png);
    }
}

TEST_F(JobFaultsTest, AWindowClosesWhileAnyTabIsLoading)
{
    const std::string run = startRun();
    logMany(run, 50'000, [](int i) { return std::sin(i); });
    submit("other", "echo words; echo more > outputs/file.csv");
    ASSERT_TRUE(waitForStatus("other", JobStatus::Completed));
    for (const int waitMs : {0, 3, 15})
        for (const QString &tab : tabs)
            for (const QString &job : {QString::fromStdString(run), QStringLiteral("other")}) {
                go({PageKind::Job, {job}, tab});
                QTest::qWait(waitMs);
                QElapsedTimer timer;
                timer.start();
                reopen();
                EXPECT_LT(timer.elapsed(), 5'000) << tab.toStdString();
            }
    go({PageKind::Compare, {QString::fromStdString(run), QStringLiteral("other")}});
    QTest::qWait(5);
    reopen();
}

TEST_F(JobFaultsTest, ManyPointsAreDrawnWithTheirPeaksAndTheWindowStaysAwake)
{
    constexpr int points = 200'000; // a million does as well, but takes a minute to log
    constexpr int peak = 143'210;
    constexpr int lowest = 23'457;
    const std::string run = startRun();
    logMany(run, points, [](int i) { return i == peak ? 900.0 : i == lowest ? -700.0 : std::sin(i * 1e-4); });
    const LongestPause pause;
    openMetrics(run);
    PlotCard *card = chart("loss");
    ASSERT_NE(card, nullptr);
    ASSERT_TRUE(waitUntil([&] { return card->plot().frame()->geometry.y().contains(900); }));
    const PlotFrame &frame = *card->plot().frame();
    EXPECT_TRUE(frame.geometry.y().contains(-700));
    EXPECT_TRUE(frame.geometry.x().contains(points - 1));
    const auto isDrawn = [&](double x, double y) {
        const double ratio = frame.image.devicePixelRatio();
        const QRect around(static_cast<int>(frame.geometry.left(x) * ratio) - 2,
            static_cast<int>(frame.geometry.top(y) * ratio) - 2, 5, 5);
        for (int row = around.top(); row <= around.bottom(); ++row)
            for (int column = around.left(); column <= around.right(); ++column)
                if (frame.image.pixelColor(column, row).hsvSaturation() > 100)
                    return true;
        return false;
    };
    EXPECT_TRUE(isDrawn(peak, 900));
    EXPECT_TRUE(isDrawn(lowest, -700));
    EXPECT_FALSE(isDrawn(points / 4, 600)); // nothing is there
    EXPECT_LT(pause.milliseconds(), 1'000); // 190 for a million, unoptimised and beside three builds
    exportTo(*card, QStringLiteral("Export as CSV…"), folder() / "all.csv");
    ASSERT_TRUE(waitUntil([this] { return shows(QStringLiteral("Chart saved")); }));
    const std::string text = read(folder() / "all.csv");
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), points + 1);
}

TEST_F(JobFaultsTest, OddValuesOfAMetricAreSaidOnItsChart)
{
    const std::string run = startRun();
    const std::string key = std::string(240, 'k') + "/val loss";
    log(run,
        {{{"key", key}, {"value", "NaN"}, {"timestamp", 1}, {"step", 0}},
            {{"key", key}, {"value", "Infinity"}, {"timestamp", 2}, {"step", 1}},
            {{"key", key}, {"value", 0.25}, {"timestamp", 3}, {"step", 2}},
            {{"key", "one"}, {"value", 1.5}, {"timestamp", 4}, {"step", 0}}});
    openMetrics(run);
    PlotCard *odd = chart(key.c_str());
    ASSERT_NE(odd, nullptr);
    EXPECT_EQ(odd->plot().frame()->leftOut(series::LeftOut::NotANumber), 1U);
    EXPECT_EQ(odd->plot().frame()->leftOut(series::LeftOut::PlusInfinity), 1U);
    EXPECT_EQ(odd->plot().lastValue(), 0.25);
    EXPECT_TRUE(isVisible(QStringLiteral("value_one"))) << "what is logged once is no line";
    EXPECT_LE(need<QWidget>(QStringLiteral("jobPage"))->minimumSizeHint().width(), 1100);
}

TEST_F(JobFaultsTest, AJobThatHasEndedWithoutMetricsSaysSo)
{
    submit("waits", "while [ ! -e " + (folder() / "gate").string() + " ]; do sleep 0.05; done");
    ASSERT_TRUE(waitForStatus("waits", JobStatus::Running));
    openMetrics("waits");
    EXPECT_TRUE(waitUntil([this] { return shows(QStringLiteral("No metrics yet")); }));
    write(folder() / "gate", "");
    EXPECT_TRUE(
        waitUntil([this] { return shows(QStringLiteral("This job has ended without logging any.")); }));
    EXPECT_FALSE(shows(QStringLiteral("No metrics yet")));
}

TEST_F(JobFaultsTest, AJobThatIsDeletedWhileItIsOpenIsSaidInEveryTab)
{
    for (const QString &tab : tabs) {
        const std::string name = "gone-" + tab.toStdString();
        submit(name, "echo words; echo more > outputs/file.csv");
        ASSERT_TRUE(waitForStatus(name, JobStatus::Completed));
        go({PageKind::Job, {QString::fromStdString(name)}, tab});
        ASSERT_TRUE(waitUntil([this] { return need<QWidget>(QStringLiteral("jobPage")) != nullptr; }));
        QTest::qWait(100); // the tab has asked for what it shows
        bool isDeleted = false;
        m_window->connection().jobs().remove(
            name, m_window.get(), [&](const Result<void> &done) { isDeleted = done.has_value(); });
        ASSERT_TRUE(waitUntil([&] { return isDeleted; }));
        EXPECT_TRUE(waitUntil([this] { return shows(QStringLiteral("This job is not there any more")); }))
            << tab.toStdString();
        // Another tab of a job that is gone says the same.
        go({PageKind::Job, {QString::fromStdString(name)}, QStringLiteral("metrics")});
        EXPECT_TRUE(waitUntil([this] { return shows(QStringLiteral("This job is not there any more")); }))
            << tab.toStdString();
        for (const QWidget *button : m_window->findChildren<QWidget *>(QStringLiteral("runAgain")))
            EXPECT_FALSE(button->isVisible());
    }
}

TEST_F(JobFaultsTest, AChartThatFindsNoRoomSaysSoAndLeavesTheFileThatWasThere)
{
    const SmallDisk disk(folder() / "disk", 1);
    if (!disk.isMounted())
        GTEST_SKIP() << "mounting takes root";
    write(folder() / "disk" / "loss.csv", "before");
    const std::string run = startRun();
    logMany(run, 2'000, [](int i) { return i * 0.5; });
    openMetrics(run);
    PlotCard *card = chart("loss");
    ASSERT_NE(card, nullptr);
    const auto ballast = disk.fill();
    exportTo(*card, QStringLiteral("Export as CSV…"), folder() / "disk" / "loss.csv");
    EXPECT_TRUE(waitUntil([this] { return shows(QStringLiteral("The chart was not saved")); }));
    EXPECT_TRUE(shows(QStringLiteral("There is no room for")));
    EXPECT_EQ(read(folder() / "disk" / "loss.csv"), "before");
    EXPECT_EQ(entriesIn(folder() / "disk"), 2);
    std::filesystem::remove(ballast);
    exportTo(*card, QStringLiteral("Export as CSV…"), folder() / "disk" / "loss.csv");
    EXPECT_TRUE(waitUntil([this] { return shows(QStringLiteral("Chart saved")); }));
    const std::string text = read(folder() / "disk" / "loss.csv");
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 2'001);
}
