#include "ui/jobs/JobTableModel.h"

#include "core/client/WorkspaceFolder.h"
#include "core/system/Clock.h"
#include "tests/support/TemporaryFolder.h"
#include "ui/jobs/JobColumns.h"
#include "ui/jobs/MetricLines.h"
#include "ui/widgets/Pill.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTranslator>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

using namespace atelier;
using namespace atelier::ui;

class JobTableModelTest : public testing::Test
{
protected:
    JobTableModelTest()
        : m_connection(std::move(*WorkspaceConnection::open(*createWorkspaceFolder(m_folder / "ws"))))
        , m_lines(*m_connection)
        , model(m_lines, JobTableModel::Columns::All)
        , m_tester(&model)
    {
    }

    static JobSummary job(const std::string &name, const std::string &experiment = "wine")
    {
        JobSummary job;
        job.name = name;
        job.experiment = experiment;
        job.status = JobStatus::Completed;
        return job;
    }
    static JobRows jobs(const std::vector<std::string> &names)
    {
        std::vector<JobSummary> list;
        for (const std::string &name : names)
            list.push_back(job(name));
        return rowsOf(list);
    }
    QStringList rows()
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names << (model.isGroup(row) ? QStringLiteral("[group]")
                                         : QString::fromStdString(model.job(row)->name));
        return names;
    }

private:
    atelier::test::TemporaryFolder m_folder;
    std::unique_ptr<WorkspaceConnection> m_connection;
    MetricLines m_lines;

protected:
    JobTableModel model;

private:
    QAbstractItemModelTester m_tester;
};

TEST_F(JobTableModelTest, ANewJobComesWithoutTouchingTheRowsBelow)
{
    model.setJobs(jobs({"b", "a"}), {}, JobTableModel::Grouping::None);
    QPersistentModelIndex below = model.index(1, 0);
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.setJobs(jobs({"c", "b", "a"}), {}, JobTableModel::Grouping::None);
    EXPECT_EQ(rows().join(u' '), QStringLiteral("c b a"));
    EXPECT_EQ(removed.count(), 0);
    EXPECT_EQ(inserted.count(), 1);
    EXPECT_EQ(below.row(), 2);
}

TEST_F(JobTableModelTest, OnlyWhatIsGoneGoes)
{
    model.setJobs(jobs({"d", "c", "b", "a"}), {}, JobTableModel::Grouping::None);
    QPersistentModelIndex gone = model.index(1, 0);
    QPersistentModelIndex last = model.index(3, 0);
    model.setJobs(jobs({"d", "b", "a"}), {}, JobTableModel::Grouping::None);
    EXPECT_FALSE(gone.isValid());
    EXPECT_EQ(last.row(), 2);
}

TEST_F(JobTableModelTest, RowsThatStayAreFollowedWhateverElseHappens)
{
    model.setJobs(jobs({"a", "b", "c", "d", "e", "f"}), {}, JobTableModel::Grouping::None);
    std::map<std::string, QPersistentModelIndex> places;
    for (int row = 0; row < model.rowCount(); ++row)
        places[model.job(row)->name] = model.index(row, 1);
    model.setJobs(jobs({"x", "e", "a", "y", "c", "f", "z"}), {}, JobTableModel::Grouping::None);
    EXPECT_EQ(rows().join(u' '), QStringLiteral("x e a y c f z"));
    EXPECT_EQ(places["e"].row(), 1);
    EXPECT_EQ(places["a"].row(), 2);
    EXPECT_EQ(places["c"].row(), 4);
    EXPECT_EQ(places["f"].row(), 5);
    EXPECT_FALSE(places["b"].isValid());
    EXPECT_FALSE(places["d"].isValid());
}

TEST_F(JobTableModelTest, AnotherFilterIsToldInThreeSignalsHoweverTheRowsAreMixed)
{
    std::vector<std::string> every;
    std::vector<std::string> third;
    for (int i = 0; i < 60; ++i) {
        if (i % 2 == 0)
            every.push_back("job " + std::to_string(i));
        if (i % 3 == 0)
            third.push_back("job " + std::to_string(i));
    }
    model.setJobs(jobs(every), {}, JobTableModel::Grouping::None);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy sorted(&model, &QAbstractItemModel::layoutChanged);
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.setJobs(jobs(third), {}, JobTableModel::Grouping::None);
    EXPECT_EQ(model.rowCount(), 20);
    EXPECT_EQ(inserted.count() + sorted.count() + removed.count(), 3);
}

TEST_F(JobTableModelTest, RandomListsFollowOneAnother)
{
    std::mt19937 random(5);
    for (int round = 0; round < 300; ++round) {
        std::vector<std::string> names;
        for (char name = 'a'; name <= 'j'; ++name)
            if (random() % 3 > 0)
                names.emplace_back(1, name);
        std::shuffle(names.begin(), names.end(), random);
        std::map<std::string, QPersistentModelIndex> places;
        for (int row = 0; row < model.rowCount(); ++row)
            places[model.job(row)->name] = model.index(row, 0);
        model.setJobs(jobs(names), {}, JobTableModel::Grouping::None);
        for (const auto &[name, place] : places) {
            const auto found = std::find(names.begin(), names.end(), name);
            EXPECT_EQ(place.row(), found == names.end() ? -1 : static_cast<int>(found - names.begin()));
        }
    }
}

TEST_F(JobTableModelTest, MoreIsAskedForWhereThereIsMore)
{
    const QSignalSpy asked(&model, &JobTableModel::moreRequested);
    EXPECT_FALSE(model.canFetchMore({}));
    model.setHasMore(true);
    EXPECT_TRUE(model.canFetchMore({}));
    model.fetchMore({});
    EXPECT_EQ(asked.count(), 1);
}

TEST_F(JobTableModelTest, GroupsComeInTheOrderOfTheExperimentsAndCanBeClosed)
{
    ExperimentSummary wine;
    wine.name = "wine";
    wine.jobs = 5;
    wine.failed = 1;
    ExperimentSummary iris;
    iris.name = "iris";
    iris.jobs = 1;
    model.setJobs(rowsOf({job("w2"), job("i1", "iris"), job("w1")}), {iris, wine},
        JobTableModel::Grouping::ByExperiment);
    EXPECT_EQ(rows().join(u' '), QStringLiteral("[group] i1 [group] w2 w1"));
    const auto group = std::get<cell::Group>(model.cell(2, 0));
    EXPECT_EQ(group.facts, QStringLiteral("2 of 5 job(s) · 1 failed"));
    model.toggleGroup(0);
    EXPECT_EQ(rows().join(u' '), QStringLiteral("[group] [group] w2 w1"));
    model.toggleGroup(0);
    EXPECT_EQ(rows().join(u' '), QStringLiteral("[group] i1 [group] w2 w1"));
}

TEST_F(JobTableModelTest, AGroupSaysTheBestOfTheRowsBelowIt)
{
    const auto measured = [](const std::string &name, double auc) {
        JobSummary summary = job(name);
        summary.primary = PrimaryMetric{"auc", auc, MetricGoal::Maximize};
        return summary;
    };
    ExperimentSummary wine;
    wine.name = "wine";
    wine.best = PrimaryMetric{"auc", 0.8, MetricGoal::Maximize};
    wine.bestJob = "old";
    const auto list = [&](const std::vector<JobSummary> &rows) {
        model.setJobs(rowsOf(rows), {wine}, JobTableModel::Grouping::ByExperiment);
        QStringList said{std::get<cell::Group>(model.cell(0, 0)).best};
        for (int row = 1; row < model.rowCount(); ++row)
            if (std::get<cell::Metric>(model.cell(row, JobTableModel::MetricCell)).best)
                said << QString::fromStdString(model.job(row)->name);
        return said.join(u' ');
    };
    EXPECT_EQ(list({measured("new", 0.7), measured("old", 0.8)}), QStringLiteral("Best auc 0.8000 old"));
    EXPECT_EQ(list({measured("new", 0.9), measured("old", 0.8)}), QStringLiteral("Best auc 0.9000 new"));
    EXPECT_EQ(list({measured("new", 0.7), measured("old", 0.6)}), QStringLiteral("Best auc 0.7000 new"))
        << "the best so far became worse";
    EXPECT_EQ(list({measured("new", 0.7)}), QStringLiteral("Best auc 0.8000"))
        << "of a job that is not listed";
    wine.best.reset();
    EXPECT_EQ(
        list({measured("new", std::nan("")), measured("old", 0.6)}), QStringLiteral("Best auc 0.6000 old"));
}

TEST_F(JobTableModelTest, AsksTheServiceToSort)
{
    QSignalSpy asked(&model, &JobTableModel::orderRequested);
    model.sort(JobTableModel::DurationCell, Qt::DescendingOrder);
    model.sort(-1, Qt::AscendingOrder);
    EXPECT_EQ(asked.value(0).value(0).toString(), QStringLiteral("duration desc"));
    EXPECT_EQ(asked.value(1).value(0).toString(), QString());
}

TEST_F(JobTableModelTest, ThePlaceOfTheReasonIsTheSecondLine)
{
    JobSummary failed = job("f");
    failed.status = JobStatus::Failed;
    failed.errorSentence = "ValueError: NaN\nmore";
    JobSummary queued = job("q");
    queued.status = JobStatus::Queued;
    queued.statusReason = "2 of 2 cores are in use";
    model.setJobs(rowsOf({failed, queued}), {}, JobTableModel::Grouping::None);
    EXPECT_EQ(std::get<cell::Name>(model.cell(0, 0)).secondLine, QStringLiteral("ValueError: NaN"));
    EXPECT_EQ(std::get<cell::Name>(model.cell(1, 0)).secondLine, QStringLiteral("2 of 2 cores are in use"));
}

TEST_F(JobTableModelTest, AFinishedJobSaysItsParametersThoseThatDifferFirst)
{
    const auto trained = [](const std::string &name, const std::string &rate, const std::string &seed) {
        JobSummary each = job(name);
        each.inputs = {{"depth", "3"}, {"rate", rate}, {"seed", seed}, {"trees", "100"}};
        return each;
    };
    JobSummary noted = trained("c", "0.1", "8");
    noted.parameters["rate"] = "0.2";
    model.setJobs(rowsOf({trained("a", "0.1", "7"), trained("b", "0.3", "7"), noted}), {},
        JobTableModel::Grouping::None);
    const auto second = [&](int row) { return std::get<cell::Name>(model.cell(row, 0)).secondLine; };
    EXPECT_EQ(second(0), QStringLiteral("rate 0.1 · seed 7 · depth 3"));
    EXPECT_EQ(second(1), QStringLiteral("rate 0.3 · seed 7 · depth 3"));
    EXPECT_EQ(second(2), QStringLiteral("seed 8 · rate 0.2 · depth 3")) << "what it noted counts";
}

TEST_F(JobTableModelTest, ARunningPipelineSaysItsStepAndHowLongOthersOfItTook)
{
    const std::int64_t now = nowMs();
    JobSummary before = job("before");
    before.displayName = "train";
    before.steps = StepProgress{4, 4, {}};
    before.startedMs = now - 500'000;
    before.endedMs = now - 200'000; // 5 min
    JobSummary running = job("now");
    running.displayName = "train";
    running.status = JobStatus::Running;
    running.steps = StepProgress{4, 2, "fit"};
    running.startedMs = now - 60'000;
    const auto second = [&](int row) { return std::get<cell::Name>(model.cell(row, 0)).secondLine; };
    model.setJobs(rowsOf({running, before}), {}, JobTableModel::Grouping::None);
    EXPECT_TRUE(second(0).startsWith(QStringLiteral("Step 3 of 4: fit · about "))) << second(0).toStdString();
    EXPECT_TRUE(second(0).contains(QStringLiteral("min")));
    before.displayName = "another";
    model.setJobs(rowsOf({running, before}), {}, JobTableModel::Grouping::None);
    EXPECT_EQ(second(0), QStringLiteral("Step 3 of 4: fit")) << "nothing says how long it takes";
}

TEST_F(JobTableModelTest, TheStateColumnHasRoomForTheLongestWordWhereItIsTheLastOne)
{
    class LongWords : public QTranslator
    {
    public:
        [[nodiscard]] bool isEmpty() const override { return false; }
        [[nodiscard]] QString translate(
            const char * /*context*/, const char *text, const char * /*what*/, int /*n*/) const override
        {
            return QString::fromLatin1(text) == QStringLiteral("Completed")
                ? QStringLiteral("Abgeschlossen und vorbei")
                : QString();
        }
    } german;
    QCoreApplication::installTranslator(&german);
    const int before = 10; // a cell's padding
    const int behind = 16; // that of the last one
    EXPECT_GE(fewJobColumns()[1].width, before + pillSize(stateLook(JobStatus::Completed)).width() + behind);
    QCoreApplication::removeTranslator(&german);
}

TEST_F(JobTableModelTest, AJobOfWhichEveryStepWasReusedSaysSo)
{
    JobSummary again = job("again");
    again.steps = StepProgress{4, 4, {}, 4};
    JobSummary changed = job("changed");
    changed.steps = StepProgress{4, 4, {}, 3};
    model.setJobs(rowsOf({again, changed}), {}, JobTableModel::Grouping::None);
    const auto progress
        = [&](int row) { return std::get<cell::Bar>(model.cell(row, JobTableModel::ProgressCell)).text; };
    EXPECT_EQ(progress(0), QStringLiteral("4 reused"));
    EXPECT_EQ(progress(1), QStringLiteral("4 step(s)"));
}

TEST_F(JobTableModelTest, AColumnThatSaysTheSameOfAllIsSilent)
{
    JobSummary one = job("one");
    one.compute = "local";
    one.user = "ada";
    JobSummary other = job("other");
    other.compute = "local";
    other.user = "bob";
    model.setJobs(rowsOf({one, other}), {}, JobTableModel::Grouping::None);
    EXPECT_FALSE(model.isTelling(JobTableModel::ComputeCell));
    EXPECT_FALSE(model.isTelling(JobTableModel::TagsCell));
    EXPECT_FALSE(model.isTelling(JobTableModel::ExperimentCell));
    EXPECT_TRUE(model.isTelling(JobTableModel::UserCell));
    EXPECT_TRUE(model.isTelling(JobTableModel::StateCell)) << "though all are completed";
    const QSignalSpy changed(&model, &TableModel::tellingChanged);
    other.tags["team"] = "red";
    other.experiment = "iris";
    model.setJobs(rowsOf({one, other}), {}, JobTableModel::Grouping::None);
    EXPECT_EQ(changed.count(), 1);
    EXPECT_TRUE(model.isTelling(JobTableModel::TagsCell));
    EXPECT_TRUE(model.isTelling(JobTableModel::ExperimentCell));
    model.setJobs(rowsOf({one, other}), {}, JobTableModel::Grouping::ByExperiment);
    EXPECT_FALSE(model.isTelling(JobTableModel::ExperimentCell)) << "the groups say it";
}

TEST_F(JobTableModelTest, MetricsAndParametersAreColumnsThatTheServiceSorts)
{
    JobSummary one = job("one");
    one.metrics["auc"] = 0.8125;
    one.inputs["rate"] = "0.3";
    model.setJobs(rowsOf({one, job("none")}), {}, JobTableModel::Grouping::None);
    model.setKeyedColumns({QStringLiteral("metric.auc"), QStringLiteral("param.rate")});
    const int auc = model.columnOf(QStringLiteral("metric.auc"));
    const int rate = model.columnOf(QStringLiteral("param.rate"));
    EXPECT_EQ(std::get<cell::Number>(model.cell(0, auc)).text, QStringLiteral("0.8125"));
    EXPECT_EQ(std::get<cell::Number>(model.cell(1, auc)).text, QString());
    EXPECT_EQ(std::get<cell::Text>(model.cell(0, rate)).text, QStringLiteral("0.3"));
    QSignalSpy asked(&model, &JobTableModel::orderRequested);
    model.sort(rate, Qt::DescendingOrder);
    EXPECT_EQ(asked.value(0).value(0).toString(), QStringLiteral("param.rate desc"));
    model.setKeyedColumns({QStringLiteral("param.rate")});
    EXPECT_EQ(model.columnOf(QStringLiteral("metric.auc")), -1);
    EXPECT_EQ(model.keyedColumns(), QStringList{QStringLiteral("param.rate")});
}
