// Jobs side by side, as somebody works with them.
#include "tests/ui/studio/StudioTest.h"
#include "ui/jobs/CompareHead.h"
#include "ui/jobs/CompareTable.h"
#include "ui/plot/PlotCard.h"
#include "ui/widgets/ScrollPage.h"

#include <QAbstractButton>
#include <QFileDialog>
#include <QHeaderView>
#include <QPointer>
#include <QScrollBar>

#include <algorithm>
#include <fstream>

using namespace atelier;
using namespace atelier::ui;
using atelier::test::read;

class ComparePageTest : public ui::test::StudioTest
{
protected:
    /// A job that logs a rate, a parameter that is the same in all, and values of one metric.
    void run(const std::string &name, const std::string &rate, const std::string &values)
    {
        submit(name,
            "python3 -c \"import mlflow; mlflow.log_param('rate', '" + rate
                + "'); mlflow.log_param('same', 1);"
                  " [mlflow.log_metric('auc', v, step=i) for i, v in enumerate(["
                + values + "])]\"");
        ASSERT_TRUE(waitForStatus(name, JobStatus::Completed));
    }
    void compare(const QStringList &jobs)
    {
        go({PageKind::Compare, jobs});
        ASSERT_TRUE(waitUntil([this] { return isVisible("comparedMetrics"); }));
    }
    CompareTable &table(const char *name) { return *need<CompareTable>(QString::fromLatin1(name)); }
    /// A row of a table, its name first.
    QStringList row(const char *name, int number)
    {
        const QAbstractItemModel &model = *table(name).model();
        QStringList cells{model.headerData(number, Qt::Vertical).toString()};
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(number, column).data(Qt::AccessibleTextRole).toString();
        return cells;
    }
    /// From the window's left.
    int leftOf(const QWidget &widget, int x = 0) { return widget.mapTo(m_window.get(), QPoint(x, 0)).x(); }
    std::vector<CompareHead *> heads()
    {
        const auto all = m_window->findChildren<CompareHead *>();
        std::vector<CompareHead *> sorted(all.begin(), all.end());
        std::sort(sorted.begin(), sorted.end(),
            [](const CompareHead *one, const CompareHead *other) { return one->x() < other->x(); });
        return sorted;
    }
    /// Each job's column stands below its head in both tables.
    void expectColumnsBelowHeads()
    {
        const auto all = heads();
        for (const char *name : {"comparedMetrics", "comparedParameters"})
            for (int i = 0; i < static_cast<int>(all.size()); ++i) {
                CompareTable &rows = table(name);
                EXPECT_EQ(leftOf(*rows.viewport(), rows.columnViewportPosition(i)),
                    leftOf(*all[static_cast<std::size_t>(i)]))
                    << name << " " << i;
            }
    }
};

TEST_F(ComparePageTest, ShowsWhatDiffersFromTheBaseline)
{
    run("one", "slow", "0.5");
    run("two", "fast", "0.75");
    compare({QStringLiteral("one"), QStringLiteral("two")});
    // U+2068 and U+2069 keep a sign before its figure in a text from right to left.
    EXPECT_EQ(row("comparedMetrics", 0),
        (QStringList{QStringLiteral("auc"), QStringLiteral("\u20680.5000\u2069"),
            QStringLiteral(
                "\u20680.7500\u2069, the best of these jobs, \u2068+0.2500\u2069 to the baseline")}));
    EXPECT_EQ(row("comparedParameters", 0),
        (QStringList{QStringLiteral("rate"), QStringLiteral("\u2068slow\u2069"),
            QStringLiteral("\u2068fast\u2069, another than the baseline's")}));
    EXPECT_EQ(table("comparedParameters").model()->rowCount(), 1);
    EXPECT_TRUE(shows(QStringLiteral("1 of 2 differ")));
    press("onlyDifferences");
    EXPECT_EQ(table("comparedParameters").model()->rowCount(), 2);
    press("baseline_two");
    EXPECT_TRUE(
        waitUntil([this] { return shows(QStringLiteral("difference to the baseline \u2068two\u2069")); }));
    EXPECT_EQ(row("comparedMetrics", 0).at(1),
        QStringLiteral("\u20680.5000\u2069, \u2068−0.2500\u2069 to the baseline"));
}

TEST_F(ComparePageTest, NamesAndHeadsStayWhileTheColumnsScroll)
{
    run("one", "slow", "0.5");
    run("two", "fast", "0.75");
    const QString one = QStringLiteral("one");
    const QString two = QStringLiteral("two");
    compare({one, two, one});
    EXPECT_EQ(table("comparedMetrics").horizontalScrollBar()->maximum(), 0) << "there is room";
    expectColumnsBelowHeads();
    compare({one, two, one, two, one, two, one, two});
    ASSERT_TRUE(waitUntil([this] { return heads().size() == 8 && heads().front()->isVisible(); }));
    expectColumnsBelowHeads();
    CompareTable &metrics = table("comparedMetrics");
    const int names = leftOf(*metrics.verticalHeader());
    ASSERT_GT(metrics.horizontalScrollBar()->maximum(), 0);
    metrics.horizontalScrollBar()->setValue(metrics.horizontalScrollBar()->maximum());
    EXPECT_EQ(leftOf(*metrics.verticalHeader()), names);
    expectColumnsBelowHeads();
    // A key that goes to a column out of sight brings it, its head and the other table along.
    metrics.setCurrentIndex(metrics.model()->index(0, 7));
    for (int i = 0; i < 7; ++i)
        QTest::keyClick(&metrics, Qt::Key_Left);
    EXPECT_TRUE(
        waitUntil([this] { return table("comparedParameters").horizontalScrollBar()->value() == 0; }));
    expectColumnsBelowHeads();
}

TEST_F(ComparePageTest, MoreThanFiftyAreSaidAndNotShown)
{
    run("one", "slow", "0.5");
    QStringList many;
    for (int i = 0; i < 51; ++i)
        many << QStringLiteral("one");
    compare(many);
    EXPECT_EQ(table("comparedMetrics").model()->columnCount(), 50);
    EXPECT_TRUE(shows(QStringLiteral("The first 50 of 51 jobs are compared")));
    compare(many.first(50));
    EXPECT_FALSE(shows(QStringLiteral("jobs are compared")));
}

TEST_F(ComparePageTest, IsExportedAsATableThatReadsBack)
{
    run("one", R"(slow, \"so\")", "0.1");
    run("two", "fast", "0.75");
    compare({QStringLiteral("one"), QStringLiteral("two")});
    press("exportComparison");
    auto *dialog = m_window->findChild<QFileDialog *>();
    ASSERT_NE(dialog, nullptr);
    Q_EMIT dialog->fileSelected(QString::fromStdString((folder() / "out.csv").string()));
    dialog->close();
    ASSERT_TRUE(waitUntil([this] { return shows(QStringLiteral("Comparison saved")); }));
    EXPECT_EQ(read(folder() / "out.csv"),
        "kind,name,one,two\r\n"
        "job,title,one,two\r\n"
        "job,experiment,tests,tests\r\n"
        "job,status,Completed,Completed\r\n"
        "metric,auc,0.1,0.75\r\n"
        "parameter,rate,\"slow, \"\"so\"\"\",fast\r\n"
        "parameter,same,1,1\r\n");
    press("exportComparison");
    dialog = m_window->findChildren<QFileDialog *>().last();
    Q_EMIT dialog->fileSelected(QString::fromStdString((folder() / "none/out.csv").string()));
    dialog->close();
    EXPECT_TRUE(waitUntil([this] { return shows(QStringLiteral("The comparison was not saved")); }));
    EXPECT_TRUE(shows(QStringLiteral("is not there. Choose another one.")));
}

TEST_F(ComparePageTest, DeletedJobsLeaveItUntilNoneIsThere)
{
    run("one", "slow", "0.5");
    run("two", "fast", "0.75");
    compare({QStringLiteral("one"), QStringLiteral("two")});
    for (const char *name : {"one", "two"})
        m_window->connection().jobs().remove(name, m_window.get(), [](const Result<void> &) {});
    EXPECT_TRUE(waitUntil([this] { return shows(QStringLiteral("None of these jobs is there any more")); }));
    EXPECT_FALSE(isVisible("comparedMetrics"));
    EXPECT_FALSE(isVisible("nextBaseline"));
}

TEST_F(ComparePageTest, AJobThatIsDeletedUnderTheUsersEyesIsLeftOutAndNamed)
{
    run("one", "slow", "0.5");
    run("two", "fast", "0.75");
    run("three", "fast", "0.25");
    compare({QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")});
    press("baseline_three");
    m_window->connection().jobs().remove("two", m_window.get(), [](const Result<void> &) {});
    ASSERT_TRUE(waitUntil([this] { return shows(QStringLiteral("1 job(s) were deleted and left out")); }));
    EXPECT_TRUE(shows(QStringLiteral("\u2068two\u2069")));
    ASSERT_TRUE(isVisible("comparedMetrics")) << "the others stay where they are";
    EXPECT_EQ(table("comparedMetrics").model()->columnCount(), 2);
    EXPECT_TRUE(shows(QStringLiteral("difference to the baseline \u2068three\u2069")));
    go({PageKind::Jobs});
    compare({QStringLiteral("one"), QStringLiteral("three")});
    EXPECT_FALSE(shows(QStringLiteral("were deleted")));
}

TEST_F(ComparePageTest, AJobThatIsNotThereIsNamedAndTheOthersCanBeCompared)
{
    run("one", "slow", "0.5");
    run("two", "fast", "0.75");
    go({PageKind::Compare, {QStringLiteral("one"), QStringLiteral("nobody"), QStringLiteral("two")}});
    ASSERT_TRUE(waitUntil([this] { return shows(QStringLiteral("\u2068nobody\u2069 cannot be compared")); }));
    EXPECT_FALSE(isVisible("comparedMetrics"));
    EXPECT_FALSE(isVisible("exportComparison"));
    ASSERT_TRUE(waitUntil([this] { return isVisible("compareOthers"); }));
    press("compareOthers");
    ASSERT_TRUE(waitUntil([this] { return isVisible("comparedMetrics"); }));
    EXPECT_EQ(table("comparedMetrics").model()->columnCount(), 2);
    go({PageKind::Compare, {QStringLiteral("nobody"), QStringLiteral("two")}});
    ASSERT_TRUE(waitUntil([this] { return isVisible("compareAllJobs"); }));
    EXPECT_FALSE(isVisible("compareOthers")) << "one job alone is no comparison";
}

TEST_F(ComparePageTest, WhatTheServiceRefusesIsSaidInItsWordsAndCanBeAskedAgain)
{
    run("one", "slow", "0.5");
    run("two", "fast", "0.75");
    const QString refused = QStringLiteral("one\u0001");
    go({PageKind::Compare, {QStringLiteral("one"), refused, QStringLiteral("two")}});
    ASSERT_TRUE(waitUntil([this] { return isVisible("compareRetry"); }));
    EXPECT_TRUE(shows(QStringLiteral("contains a backslash")));
    press("compareRetry");
    ASSERT_TRUE(waitUntil([this] { return isVisible("compareOthers"); }));
    press("compareOthers");
    ASSERT_TRUE(waitUntil([this] { return isVisible("comparedMetrics"); }));
    EXPECT_EQ(table("comparedMetrics").model()->columnCount(), 2);
}

TEST_F(ComparePageTest, TheCellThatTheKeysGoToIsSeen)
{
    std::string assignments;
    for (int i = 0; i < 60; ++i)
        assignments += "mlflow.log_param('rate" + std::to_string(i) + "', 1); ";
    submit("many", "python3 -c \"import mlflow; " + assignments + "\"");
    ASSERT_TRUE(waitForStatus("many", JobStatus::Completed));
    compare({QStringLiteral("many"), QStringLiteral("many")});
    press("onlyDifferences");
    CompareTable &rows = table("comparedParameters");
    ASSERT_EQ(rows.model()->rowCount(), 60);
    const QScrollBar &page = *need<ScrollPage>(QStringLiteral("comparison"))->verticalScrollBar();
    ASSERT_TRUE(waitUntil([&] { return page.maximum() > 500; })) << "the rows have got their room";
    rows.setFocus();
    const auto isSeen = [&] {
        const QRect cell = rows.visualRect(rows.currentIndex());
        return rows.viewport()->visibleRegion().contains(cell.center());
    };
    for (int i = 0; i < 59; ++i)
        QTest::keyClick(&rows, Qt::Key_Down);
    EXPECT_EQ(rows.currentIndex().row(), 59);
    EXPECT_TRUE(isSeen());
    QTest::keyClick(&rows, Qt::Key_Home, Qt::ControlModifier);
    EXPECT_EQ(rows.currentIndex().row(), 0);
    EXPECT_TRUE(isSeen());
}

TEST_F(ComparePageTest, ChartsStayWhileAPipelineGoesFromStepToStep)
{
    const std::string gate = (folder() / "gate").string();
    const auto step = [](const std::string &first, const std::string &values) {
        return Json{{"type", "command"}, {"environment", "azureml:local@latest"},
            {"command",
                first
                    + "python3 -c \"import mlflow; [mlflow.log_metric('auc', v, step=i) for i, v in "
                      "enumerate(["
                    + values + "])]\""}};
    };
    const Json document{{"type", "pipeline"}, {"experiment_name", "tests"},
        {"jobs",
            {{"early", step("", ".25, .5, .75")},
                {"late", step("while [ ! -e " + gate + " ]; do sleep 0.05; done; ", ".5, .625")}}}};
    m_window->connection().client().put("/api/v1/jobs/pipe", {{"document", document}}, m_window.get(),
        [](const Reply &reply) { EXPECT_TRUE(reply.isSuccess()); });
    run("two", "fast", ".5, .75");
    go({PageKind::Compare, {QStringLiteral("pipe"), QStringLiteral("two")}});
    QPointer<PlotCard> chart;
    ASSERT_TRUE(waitUntil([&] {
        chart = m_window->findChild<PlotCard *>(QStringLiteral("chart_auc"));
        return chart != nullptr && chart->plot().seriesCount() == 2;
    }));
    chart->plot().zoomTo(series::Range{0, 1});
    std::ofstream(gate).put('1');
    ASSERT_TRUE(waitForStatus("pipe", JobStatus::Completed));
    ASSERT_TRUE(waitUntil([&] { return !chart.isNull() && chart->plot().seriesCount() == 3; }));
    EXPECT_TRUE(chart->plot().isZoomed());
    EXPECT_TRUE(waitUntil([&] { return chart->plot().isUpToDate(); }));
    std::size_t points = 0;
    for (const DrawnLine &line : chart->plot().frame()->lines)
        points += line.curve->size();
    EXPECT_EQ(points, 3U + 2U + 2U) << "each point once";
}
