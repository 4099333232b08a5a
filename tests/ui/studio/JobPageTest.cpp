#include "core/client/BestJobWatch.h"
#include "core/system/Process.h"
#include "tests/ui/studio/StudioTest.h"
#include "tests/ui/support/Application.h"
#include "ui/plot/PlotCard.h"
#include "ui/theme/ControlLook.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QClipboard>
#include <QDate>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScrollBar>

#include <fstream>

using namespace atelier;
using namespace atelier::ui;

/// A job's page and the page that compares jobs, as somebody works with them.
class JobPageTest : public ui::test::StudioTest
{
protected:
    static std::string logs(const std::string &values)
    {
        return "python3 -c \"import mlflow; [mlflow.log_metric('auc', v, step=i) for i, v in enumerate(["
            + values + "])]\"";
    }
    /// Goes to the page of a job that has ended and waits until the page shows it.
    void openEnded(const std::string &name, const std::string &command = "true")
    {
        submit(name, command);
        ASSERT_TRUE(waitForStatus(name, JobStatus::Completed));
        go({PageKind::Job, {QString::fromStdString(name)}});
        ASSERT_TRUE(waitUntil([this] { return isVisible(QStringLiteral("runWithChanges")); }));
    }
    JobSummary job(const std::string &name)
    {
        JobWatch watch(m_window->connection(), name);
        EXPECT_TRUE(waitUntil([&] { return watch.detail().has_value(); }));
        return watch.detail()->summary;
    }
    void editElsewhere(const std::string &name, const JobEdit &edit)
    {
        bool isDone = false;
        QObject receiver;
        m_window->connection().jobs().edit(
            name, edit, {}, &receiver, [&](const Result<void> &done) { isDone = done.has_value(); });
        EXPECT_TRUE(waitUntil([&] { return isDone; }));
    }
};

TEST_F(JobPageTest, F2RenamesAJobAndUndoTakesItBack)
{
    openEnded("fit");
    QTest::keyClick(m_window->focusWidget() != nullptr ? m_window->focusWidget()
                                                       : need<QWidget>(QStringLiteral("jobPage")),
        Qt::Key_F2);
    if (!isVisible(QStringLiteral("editedText")))
        press(QStringLiteral("editText"));
    auto *field = need<QLineEdit>(QStringLiteral("editedText"));
    ASSERT_NE(field, nullptr);
    EXPECT_EQ(field->text(), QStringLiteral("fit"));
    QTest::keyClicks(field, QStringLiteral("Fit it"));
    QTest::keyClick(field, Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return shows(QStringLiteral("Renamed to Fit it")); }));
    EXPECT_EQ(job("fit").displayName, "Fit it");
    pressText(QStringLiteral("Undo"));
    EXPECT_TRUE(waitUntil([this] { return job("fit").displayName == "fit"; }));
}

TEST_F(JobPageTest, EscapeLeavesTheNameAsItWas)
{
    openEnded("fit");
    press(QStringLiteral("editText"));
    auto *field = need<QLineEdit>(QStringLiteral("editedText"));
    ASSERT_NE(field, nullptr);
    QTest::keyClicks(field, QStringLiteral("Other"));
    QTest::keyClick(field, Qt::Key_Escape);
    EXPECT_FALSE(isVisible(QStringLiteral("editedText")));
    EXPECT_EQ(job("fit").displayName, "fit");
}

TEST_F(JobPageTest, WhoWasSlowerIsToldAndMayInsist)
{
    openEnded("fit");
    press(QStringLiteral("editText"));
    auto *field = need<QLineEdit>(QStringLiteral("editedText"));
    ASSERT_NE(field, nullptr);
    editElsewhere("fit", {"Theirs", {}, {}});
    QTest::keyClicks(field, QStringLiteral("Mine"));
    QTest::keyClick(field, Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return shows(QStringLiteral("Somebody else changed this job")); }));
    EXPECT_EQ(job("fit").displayName, "Theirs");
    pressText(QStringLiteral("Change it anyway"));
    EXPECT_TRUE(waitUntil([this] { return job("fit").displayName == "Mine"; }));
}

TEST_F(JobPageTest, TagsAreSetAndTakenOff)
{
    openEnded("fit");
    press(QStringLiteral("addTag"));
    auto *field = need<QLineEdit>(QStringLiteral("newTag"));
    ASSERT_NE(field, nullptr);
    QTest::keyClicks(field, QStringLiteral("team=wine"));
    QTest::keyClick(field, Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return isVisible(QStringLiteral("tag_team")); }));
    EXPECT_EQ(job("fit").tags.at("team"), "wine");
    EXPECT_EQ(need<QWidget>(QStringLiteral("tag_team"))->accessibleName(), QStringLiteral("team: wine"));
    for (const auto &[text, key, value] :
        std::vector<std::array<const char *, 3>>{{" stage : try = out ", "stage", "try = out"},
            {"draft", "draft", ""}, {"https://wine.example/a?b=1", "https://wine.example/a?b=1", ""}}) {
        press(QStringLiteral("addTag"));
        QTest::keyClicks(field, QString::fromUtf8(text));
        QTest::keyClick(field, Qt::Key_Return);
        ASSERT_TRUE(waitUntil([&] { return isVisible(QStringLiteral("tag_") + QString::fromUtf8(key)); }));
        EXPECT_EQ(job("fit").tags.at(key), value);
    }
    auto *chip = need<QWidget>(QStringLiteral("tag_team"));
    ASSERT_NE(chip, nullptr);
    QTest::mouseClick(chip->findChild<QAbstractButton *>(), Qt::LeftButton);
    EXPECT_TRUE(waitUntil([this] { return !isVisible(QStringLiteral("tag_team")); }));
    EXPECT_FALSE(job("fit").tags.contains("team"));
}

TEST_F(JobPageTest, ADescriptionFromAnotherWindowIsSeenAndThenChangedInPlace)
{
    openEnded("fit");
    editElsewhere("fit", {{}, "first words", {}});
    ASSERT_TRUE(waitUntil([this] { return shows(QStringLiteral("first words")); }));
    auto *description = need<QWidget>(QStringLiteral("description"));
    ASSERT_NE(description, nullptr);
    QTest::mouseClick(description->findChild<QAbstractButton *>(QStringLiteral("editText")), Qt::LeftButton);
    auto *field = description->findChild<QPlainTextEdit *>();
    ASSERT_TRUE(field->isVisible());
    QTest::keyClicks(field, QStringLiteral(" and more"));
    QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
    EXPECT_TRUE(waitUntil([this] { return job("fit").description == "first words and more"; }));
}

TEST_F(JobPageTest, MetricsAreComparedWithTheBestJobOfTheExperiment)
{
    submit("best", logs(".5, .875"));
    ASSERT_TRUE(waitForStatus("best", JobStatus::Completed));
    openEnded("second", logs(".5, .75"));
    ASSERT_TRUE(waitUntil([this] { return shows(QStringLiteral("↓ 0.1250 vs best")); }));
    EXPECT_TRUE(shows(QStringLiteral("against the best of tests")));
    press(QStringLiteral("bestJob"));
    ASSERT_TRUE(waitUntil(
        [this] { return m_window->navigator().current().jobs == QStringList{QStringLiteral("best")}; }));
    EXPECT_TRUE(waitUntil([this] { return shows(QStringLiteral("the best of tests")); }));
    EXPECT_TRUE(waitUntil([this] { return !shows(QStringLiteral("vs best")); }));
}

TEST_F(JobPageTest, ARunningJobIsComparedWithNothing)
{
    submit("best", logs(".5, .875"));
    ASSERT_TRUE(waitForStatus("best", JobStatus::Completed));
    const std::string gate = (folder() / "gate").string();
    submit("live", logs(".5, .75") + "; while [ ! -e " + gate + " ]; do sleep 0.05; done");
    go({PageKind::Job, {QStringLiteral("live")}});
    ASSERT_TRUE(waitUntil([this] { return shows(QStringLiteral("0.7500")); }));
    // By the time this is answered, the page, which asked before, has its answer.
    const BestJobWatch watch(m_window->connection(), "tests");
    ASSERT_TRUE(waitUntil([&] { return watch.best() && watch.best()->name == "best"; }));
    EXPECT_EQ(job("live").status, JobStatus::Running);
    EXPECT_FALSE(shows(QStringLiteral("vs best")));
    EXPECT_FALSE(shows(QStringLiteral("the best of tests")));
    EXPECT_FALSE(isVisible(QStringLiteral("bestJob")));
    std::ofstream(gate).put('\n');
    EXPECT_TRUE(waitUntil([this] { return shows(QStringLiteral("↓ 0.1250 vs best")); })) << "it has ended";
}

TEST_F(JobPageTest, TheTimelineKeepsTheHeightOfItsRowsWhenTheTextGrows)
{
    const Json step{{"type", "command"}, {"command", "true"}, {"environment", "azureml:local@latest"}};
    Json steps;
    for (const char *name : {"a", "b", "c", "d", "e", "f"})
        steps[name] = step;
    submitDocument("pipe", {{"type", "pipeline"}, {"experiment_name", "tests"}, {"jobs", steps}});
    ASSERT_TRUE(waitForStatus("pipe", JobStatus::Completed));
    go({PageKind::Job, {QStringLiteral("pipe")}, QStringLiteral("steps")});
    ASSERT_TRUE(waitUntil([this] { return isVisible(QStringLiteral("stepTimeline")); }));
    auto *timeline = need<QAbstractScrollArea>(QStringLiteral("stepTimeline"));
    const auto hasItsHeight = [&] { return timeline->height() == timeline->sizeHint().height(); };
    ASSERT_TRUE(waitUntil(hasItsHeight));
    m_window->resize(1440, 1100); // half of it has room for all rows
    for (const double scale : {1.3, 0.9, 1.5}) {
        ui::test::theme().setTextScale(scale);
        EXPECT_TRUE(waitUntil(hasItsHeight)) << timeline->height() << " of " << timeline->sizeHint().height();
        EXPECT_EQ(timeline->verticalScrollBar()->maximum(), 0) << scale;
    }
}

TEST_F(JobPageTest, AMetricWithASingleValueIsThatValueUntilItBecomesALine)
{
    const std::string gate = (folder() / "gate").string();
    submit("live",
        "python3 -c \"import mlflow; mlflow.log_metric('auc', .625, step=3); mlflow.log_metric('rows', "
        "569)\";"
        " while [ ! -e "
            + gate
            + " ]; do sleep 0.05; done; python3 -c \"import mlflow; mlflow.log_metric('auc', .75, step=4)\"");
    go({PageKind::Job, {QStringLiteral("live")}, QStringLiteral("metrics")});
    ASSERT_TRUE(waitUntil([this] {
        return isVisible(QStringLiteral("value_auc")) && isVisible(QStringLiteral("value_rows"));
    }));
    EXPECT_TRUE(shows(QStringLiteral("0.6250")));
    EXPECT_TRUE(shows(QStringLiteral("Step 3 · ") + QDate::currentDate().toString(Qt::ISODate)));
    EXPECT_FALSE(isVisible(QStringLiteral("chart_auc")));
    EXPECT_FALSE(isVisible(QStringLiteral("smoothing"))) << "there is no line to smooth";
    std::ofstream(gate).put('\n');
    ASSERT_TRUE(waitUntil([this] { return isVisible(QStringLiteral("chart_auc")); }));
    EXPECT_FALSE(isVisible(QStringLiteral("value_auc")));
    EXPECT_TRUE(isVisible(QStringLiteral("value_rows")));
    EXPECT_TRUE(isVisible(QStringLiteral("smoothing")));
    need<QLineEdit>(QStringLiteral("metricFilter"))->setText(QStringLiteral("AU"));
    EXPECT_TRUE(waitUntil([this] { return !isVisible(QStringLiteral("value_rows")); }));
}

TEST_F(JobPageTest, TheCommandThatItOffersRunsTheJobAgain)
{
    openEnded("fit", "echo once");
    press(QStringLiteral("copyCommand"));
    const QString command = QGuiApplication::clipboard()->text();
    EXPECT_TRUE(command.contains(QStringLiteral("job create --from fit"))) << command.toStdString();
    const Result<Captured> shell = runAndCapture(
        {{"/bin/sh", "-c", command.toStdString()}, std::nullopt, {}, {}, SpawnRequest::Session::Same},
        std::chrono::seconds(60));
    ASSERT_TRUE(shell) << shell.error().sentence;
    EXPECT_TRUE(shell->status.isSuccess()) << shell->errors;
    std::int64_t jobs = 0;
    m_window->connection().jobs().countJobs({"experiment:tests"}, m_window.get(),
        [&](const Result<std::vector<std::int64_t>> &counts) { jobs = counts ? counts->at(0) : -1; });
    EXPECT_TRUE(waitUntil([&] { return jobs != 0; }));
    EXPECT_EQ(jobs, 2);
}

TEST_F(JobPageTest, NothingIsCutOffInANarrowWindow)
{
    const auto keys = {"auc", "accuracy", "loss", "log_loss", "f1"};
    std::string logged = "python3 -c \"import mlflow";
    for (const char *key : keys)
        logged += "; mlflow.log_metric('" + std::string(key) + "', 0.0001234567)";
    openEnded("fit", logged + "\"");
    for (const QSize size : {QSize(1440, 900), QSize(1100, 700)}) {
        m_window->resize(size);
        ASSERT_TRUE(waitUntil([this] { return isVisible(QStringLiteral("metric_f1")); }));
        QTest::qWait(100);
        for (const QScrollBar *bar : m_window->findChildren<QScrollBar *>())
            EXPECT_FALSE(bar->orientation() == Qt::Horizontal && bar->isVisible()) << size.width();
        const int first = need<QWidget>(QStringLiteral("metric_auc"))->y();
        int inFirstRow = 0;
        for (const char *key : keys)
            inFirstRow += need<QWidget>(QStringLiteral("metric_%1").arg(QLatin1String(key)))->y() == first;
        EXPECT_EQ(inFirstRow, size.width() == 1440 ? 4 : 3);
    }
}

TEST_F(JobPageTest, AJobRunsAgainWithChangesAndSaysWhatItIsFrom)
{
    const Json document{{"type", "command"}, {"command", "echo ${{inputs.rate}}"},
        {"experiment_name", "tests"}, {"environment", "azureml:local@latest"}, {"inputs", {{"rate", 200}}}};
    m_window->connection().client().put(
        "/api/v1/jobs/first", {{"document", document}}, m_window.get(), [](const Reply &) {});
    ASSERT_TRUE(waitForStatus("first", JobStatus::Completed));
    go({PageKind::Job, {QStringLiteral("first")}});
    ASSERT_TRUE(waitUntil([this] { return isVisible(QStringLiteral("runWithChanges")); }));
    press(QStringLiteral("runWithChanges"));
    auto *field = need<QLineEdit>(QStringLiteral("input_inputs.rate"));
    ASSERT_NE(field, nullptr);
    field->setText(QStringLiteral("2020-01-01"));
    EXPECT_TRUE(shows(QStringLiteral("was 200")));
    press(QStringLiteral("submitChanges"));
    ASSERT_TRUE(waitUntil([field] { return !field->accessibleDescription().isEmpty(); }))
        << "what is wrong stands at its field";
    EXPECT_TRUE(shows(field->accessibleDescription()));
    EXPECT_FALSE(shows(QStringLiteral("The job was not submitted")));
    EXPECT_TRUE(field->hasFocus());
    field->setText(QStringLiteral("400"));
    press(QStringLiteral("submitChanges"));
    ASSERT_TRUE(waitUntil([this] { return shows(QStringLiteral("Changed from first")); }));
    EXPECT_TRUE(
        waitUntil([this] { return shows(QStringLiteral("400")) && shows(QStringLiteral("was 200")); }));
    EXPECT_NE(m_window->navigator().current().jobs, QStringList{QStringLiteral("first")});
}

TEST_F(JobPageTest, AValueThatStepsRefuseIsMarkedAtTheFieldThatReachesThem)
{
    const Json component{{"type", "command"}, {"command", "echo ${{inputs.count}}"},
        {"environment", "azureml:local@latest"}, {"inputs", {{"count", {{"type", "integer"}}}}}};
    const Json step{
        {"type", "command"}, {"component", component}, {"inputs", {{"count", "${{parent.inputs.trees}}"}}}};
    const Json document{{"type", "pipeline"}, {"experiment_name", "tests"}, {"inputs", {{"trees", 100}}},
        {"jobs", {{"one", step}, {"two", step}}}};
    m_window->connection().client().put(
        "/api/v1/jobs/pipe", {{"document", document}}, m_window.get(), [](const Reply &) {});
    ASSERT_TRUE(waitForStatus("pipe", JobStatus::Completed));
    go({PageKind::Job, {QStringLiteral("pipe")}});
    ASSERT_TRUE(waitUntil([this] { return isVisible(QStringLiteral("runWithChanges")); }));
    press(QStringLiteral("runWithChanges"));
    auto *field = need<QLineEdit>(QStringLiteral("input_inputs.trees"));
    ASSERT_NE(field, nullptr);
    field->setText(QStringLiteral("abc"));
    press(QStringLiteral("submitChanges"));
    ASSERT_TRUE(waitUntil([field] { return isInvalid(field); }));
    EXPECT_EQ(field->accessibleDescription(), QStringLiteral("'trees' must be an integer, but is 'abc'."));
    EXPECT_TRUE(shows(field->accessibleDescription()));
    EXPECT_TRUE(field->hasFocus());
    EXPECT_FALSE(shows(QStringLiteral("The job was not submitted"))) << "all of it stands at the field";
    QTest::keyClicks(field, QStringLiteral("1"));
    EXPECT_FALSE(isInvalid(field));
    EXPECT_FALSE(shows(QStringLiteral("must be an integer")));
}

TEST_F(JobPageTest, ADeletedJobSaysSoWhileItsPageIsOpen)
{
    openEnded("fit");
    press(QStringLiteral("editText"));
    m_window->connection().jobs().remove("fit", m_window.get(), [](const Result<void> &) {});
    ASSERT_TRUE(waitUntil([this] { return shows(QStringLiteral("This job is not there any more")); }));
    EXPECT_FALSE(isVisible(QStringLiteral("editedText")));
    EXPECT_FALSE(isVisible(QStringLiteral("editText")));
    EXPECT_FALSE(isVisible(QStringLiteral("runWithChanges")));
    press("restoreJob");
    EXPECT_TRUE(waitUntil([this] { return isVisible("runWithChanges"); }));
}

TEST_F(JobPageTest, AnotherJobOpensOnItsOverviewAndBackComesToTheTabThatWasLeft)
{
    openEnded("one");
    openEnded("two");
    go({PageKind::Job, {QStringLiteral("one")}, QStringLiteral("logs")});
    ASSERT_TRUE(waitUntil([this] { return isVisible("jobFiles"); }));
    go({PageKind::Job, {QStringLiteral("two")}});
    EXPECT_TRUE(waitUntil([this] { return isVisible("copyCommand"); }));
    EXPECT_FALSE(isVisible("jobFiles"));
    m_window->navigator().goBack();
    EXPECT_TRUE(waitUntil([this] { return isVisible("jobFiles"); }));
}

TEST_F(JobPageTest, ControlAndPageDownGoesToTheNextTabFromAnywhere)
{
    openEnded("one");
    m_window->findChild<QWidget *>(QStringLiteral("jobPage"))->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_PageDown, Qt::ControlModifier);
    EXPECT_EQ(m_window->navigator().current().tab, QStringLiteral("metrics"));
    QTest::keyClick(m_window.get(), Qt::Key_PageUp, Qt::ControlModifier);
    EXPECT_EQ(m_window->navigator().current().tab, QStringLiteral("overview"));
}

TEST_F(JobPageTest, AJobThatTheServiceRefusesToShowSaysWhyAndIsAskedForAgain)
{
    go({PageKind::Job, {QStringLiteral("one\u0001")}});
    ASSERT_TRUE(waitUntil([this] { return shows(QStringLiteral("This job cannot be shown")); }));
    EXPECT_TRUE(shows(QStringLiteral("contains a backslash")));
    press(QStringLiteral("askAgain"));
    EXPECT_TRUE(waitUntil([this] { return shows(QStringLiteral("This job cannot be shown")); }));
}

TEST_F(JobPageTest, HostileNamesAndNumbersAreShownWithoutHarm)
{
    const std::string key(250, 'k');
    openEnded("odd",
        "python3 -c \"import mlflow; nan = float('nan'); inf = float('inf');"
        " [mlflow.log_metric('"
            + key
            + "', v, step=i) for i, v in enumerate([nan, inf, -inf])];"
              " mlflow.log_metric('one', 1.333e-5); mlflow.set_tag('شارة', '😀 שלום')\"");
    editElsewhere("odd", {std::string(250, 'n'), "שלום 😀 " + std::string(2000, 'w'), {}});
    EXPECT_TRUE(waitUntil([this] { return shows(QStringLiteral("1.333e-5")); }));
    EXPECT_TRUE(waitUntil([this] { return shows(QString(250, u'n')); }));
    EXPECT_LE(need<QWidget>(QStringLiteral("jobPage"))->minimumSizeHint().width(), 1100);
    go({PageKind::Job, {QStringLiteral("odd")}, QStringLiteral("metrics")});
    EXPECT_TRUE(waitUntil([&] { return isVisible(QStringLiteral("chart_") + QString::fromStdString(key)); }));
}

TEST_F(JobPageTest, ComparedJobsShareTheirChartsAndAnyOfThemIsTheBaseline)
{
    submit("one", logs(".5, .625, .75"));
    submit("two", logs(".25, .5"));
    ASSERT_TRUE(waitForStatus("one", JobStatus::Completed));
    ASSERT_TRUE(waitForStatus("two", JobStatus::Completed));
    go({PageKind::Compare, {QStringLiteral("one"), QStringLiteral("two")}});
    ASSERT_TRUE(waitUntil([this] { return isVisible(QStringLiteral("chart_auc")); }));
    auto *chart = need<PlotCard>(QStringLiteral("chart_auc"));
    ASSERT_NE(chart, nullptr);
    ASSERT_TRUE(waitUntil([&] { return chart->plot().seriesCount() == 2; }));
    EXPECT_TRUE(shows(QStringLiteral("difference to the baseline \u2068one\u2069")));
    press(QStringLiteral("baseline_two"));
    EXPECT_TRUE(
        waitUntil([this] { return shows(QStringLiteral("difference to the baseline \u2068two\u2069")); }));
}
