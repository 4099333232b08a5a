#include "tests/ui/studio/StudioTest.h"
#include "ui/jobs/JobListTab.h"
#include "ui/log/LogView.h"
#include "ui/theme/ControlLook.h"
#include "ui/widgets/table/DataTable.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTreeView>

#include <csignal>

using namespace atelier;
using namespace atelier::ui;

class PagesTest : public ui::test::StudioTest
{
protected:
    DataTable &table() { return *m_window->findChild<JobListTab *>()->findChild<DataTable *>(); }
    QString cellText(int row, int column) { return table().model()->index(row, column).data().toString(); }
    /// Rows that are jobs, by their first cell.
    QStringList jobs()
    {
        QStringList names;
        for (int row = 0; row < table().model()->rowCount(); ++row)
            if (!table().tableModel()->isGroup(row))
                names << cellText(row, 0).section(u'\n', 0, 0);
        return names;
    }
    bool hasJob(const QString &name) { return jobs().filter(name).size() == 1; }
};

TEST_F(PagesTest, HomeWelcomesWhereNothingHasRunYet)
{
    ASSERT_TRUE(waitUntil([this] { return shows(QStringLiteral("Nothing has run yet")); }));
    EXPECT_TRUE(shows(QStringLiteral("Welcome to Atelier")));
    EXPECT_TRUE(waitUntil([this] { return shows(QStringLiteral("Python 3")); }));
    EXPECT_FALSE(shows(QStringLiteral("running")));
}

TEST_F(PagesTest, HomeLeadsToAllJobsOnceThereAreAny)
{
    ASSERT_TRUE(waitUntil([this] { return shows(QStringLiteral("Nothing has run yet")); }));
    EXPECT_FALSE(isVisible("allJobs"));
    submit("quick", "true");
    ASSERT_TRUE(waitUntil([this] { return isVisible("allJobs"); }));
    press("allJobs");
    EXPECT_EQ(m_window->navigator().current().page, PageKind::Jobs);
}

TEST_F(PagesTest, WhileAJobRunsANewOneIsTheFirstChoiceAndTheMachineSaysHowBusyItIs)
{
    m_window->resize(1280, 800);
    ASSERT_TRUE(waitUntil([this] { return shows(QStringLiteral("Checked at")); }));
    auto *machine = need<QWidget>("machineCard");
    submit("long", "exec sleep 600");
    const int checked = machine->height();
    EXPECT_TRUE(waitUntil([&] { return shows(QStringLiteral("Memory")) && machine->height() < checked; }));
    EXPECT_EQ(buttonKind(need<QPushButton>("homeNewJob")), ButtonKind::Primary);
    press("heroCancel");
    EXPECT_TRUE(waitUntil([&] { return shows(QStringLiteral("Checked at")); }));
}

TEST_F(PagesTest, TheSampleRunsInAWorkspaceThatHasNoTablesYet)
{
    ASSERT_TRUE(waitUntil([this] { return isVisible("runSample"); }));
    press("runSample");
    EXPECT_TRUE(waitUntil([this] { return m_window->navigator().current().page == PageKind::Job; }));
    EXPECT_TRUE(std::filesystem::exists(workspace() / "data/breast-cancer.parquet"));
}

TEST_F(PagesTest, JobsShowsAJobAsSoonAsItIsSubmitted)
{
    go({PageKind::Jobs});
    ASSERT_TRUE(waitUntil([this] { return shows(QStringLiteral("Nothing has run yet")); }));
    submit("quick", "true");
    ASSERT_TRUE(waitUntil([this] { return hasJob(QStringLiteral("quick")); }));
    ASSERT_TRUE(waitUntil([this] {
        const int row = table().model()->rowCount() - 1;
        return cellText(row, 1) == QStringLiteral("Completed");
    }));
}

TEST_F(PagesTest, JobsFiltersByTextAndSaysSoWhereNothingFits)
{
    submit("apple", "true");
    submit("banana", "true");
    go({PageKind::Jobs});
    ASSERT_TRUE(waitUntil([this] { return jobs().size() == 2; }));
    QTest::keyClicks(need<QLineEdit>(QStringLiteral("jobFilter")), QStringLiteral("ban"));
    ASSERT_TRUE(waitUntil([this] { return jobs().size() == 1; }));
    EXPECT_TRUE(hasJob(QStringLiteral("banana")));
    QTest::keyClicks(need<QLineEdit>(QStringLiteral("jobFilter")), QStringLiteral("zzz"));
    ASSERT_TRUE(waitUntil([this] { return shows(QStringLiteral("No jobs match")); }));
    EXPECT_TRUE(shows(QStringLiteral("Clear filters")));
}

TEST_F(PagesTest, AJobsPageShowsWhatItLogged)
{
    submit("logging",
        "python3 -c \"import mlflow; mlflow.log_param('depth', 4);"
        " [mlflow.log_metric('auc', v, step=i) for i, v in enumerate([.5, .75, .875])]\"");
    ASSERT_TRUE(waitForStatus("logging", JobStatus::Completed));
    go({PageKind::Job, {QStringLiteral("logging")}});
    EXPECT_TRUE(waitUntil([this] { return shows(QStringLiteral("0.8750")); }));
    EXPECT_TRUE(shows(QStringLiteral("auc")));
    EXPECT_TRUE(shows(QStringLiteral("depth")));
    EXPECT_TRUE(
        shows(QStringLiteral("Completed")) || need<QPushButton>(QStringLiteral("runAgain")) != nullptr);
}

TEST_F(PagesTest, ATableAmongTheOutputsIsShownAsRowsUnderItsDistributions)
{
    // A file without a suffix, as the outputs of components are; big enough for a second page.
    submit("table",
        R"(seq 0 999 | awk 'BEGIN{print "row,age,sex"} {print $1 "," 40 + $1 % 20 "," ($1 % 9 ? "F" : "")}')"
        " > outputs/people");
    ASSERT_TRUE(waitForStatus("table", JobStatus::Completed));
    go({PageKind::Job, {QStringLiteral("table")}, QStringLiteral("logs")});
    ASSERT_TRUE(waitUntil([this] {
        for (QTreeView *files : m_window->findChildren<QTreeView *>(QStringLiteral("jobFiles"))) {
            const QModelIndexList found = files->model()->match(files->model()->index(0, 0), Qt::DisplayRole,
                QStringLiteral("people"), 1, Qt::MatchExactly | Qt::MatchRecursive);
            if (found.isEmpty())
                continue;
            files->setCurrentIndex(found.front());
            return true;
        }
        return false;
    }));
    QTableView *rows = nullptr;
    ASSERT_TRUE(waitUntil([&] {
        rows = m_window->findChild<QTableView *>(QStringLiteral("tableRows"));
        return rows != nullptr && rows->isVisible();
    }));
    m_window->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(m_window.get()));
    auto *files = need<QTreeView>(QStringLiteral("jobFiles"));
    files->setFocus();
    QTest::keyClick(files, Qt::Key_Tab);
    auto *filter = qobject_cast<QLineEdit *>(m_window->focusWidget());
    ASSERT_NE(filter, nullptr);
    EXPECT_EQ(filter->objectName(), QStringLiteral("tableFilter"));
    for (const char *next : {"chooseColumns", "saveRows", "saveCopy", "tableRows"}) {
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab);
        EXPECT_EQ(m_window->focusWidget()->objectName(), QString::fromLatin1(next));
    }
    QAbstractItemModel &model = *rows->model();
    EXPECT_EQ(model.rowCount(), 1000);
    EXPECT_EQ(model.columnCount(), 3);
    EXPECT_EQ(model.index(1, 0).data().toString(), QStringLiteral("1"));
    EXPECT_EQ(model.index(0, 2).data(Qt::AccessibleTextRole).toString(), QStringLiteral("empty"));
    const auto head = [&](int column) {
        return model.headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString();
    };
    EXPECT_TRUE(waitUntil([&] { return head(0).contains(QStringLiteral("0 – 999, mean 499.5")); }))
        << head(0).toStdString();
    EXPECT_TRUE(head(2).contains(QStringLiteral("112 empty"))) << head(2).toStdString();
    rows->scrollToBottom();
    EXPECT_TRUE(waitUntil([&] { return model.index(999, 0).data().toString() == QStringLiteral("999"); }));
    rows->setCurrentIndex(model.index(998, 0));
    rows->selectionModel()->select(
        QItemSelection(model.index(998, 0), model.index(999, 0)), QItemSelectionModel::ClearAndSelect);
    rows->setFocus();
    QTest::keySequence(rows, QKeySequence::Copy);
    EXPECT_EQ(QGuiApplication::clipboard()->text(), QStringLiteral("998\n999"));

    int expected = 0;
    for (int row = 0; row < 1000; ++row)
        expected += row % 20 >= 15 && row % 9 == 0 ? 1 : 0;
    filter->setText(QStringLiteral("age>=55 sex is empty"));
    QTest::keyClick(filter, Qt::Key_Return);
    EXPECT_TRUE(waitUntil([&] { return model.rowCount() == expected; })) << model.rowCount();
    QHeaderView &heads = *rows->horizontalHeader();
    const QPoint first(heads.sectionViewportPosition(0) + 20, heads.height() / 2);
    QTest::mouseClick(heads.viewport(), Qt::LeftButton, Qt::NoModifier, first);
    QTest::mouseClick(heads.viewport(), Qt::LeftButton, Qt::NoModifier, first);
    EXPECT_TRUE(waitUntil([&] { return model.index(0, 0).data().toString() == QStringLiteral("999"); }))
        << model.index(0, 0).data().toString().toStdString();
    filter->setText(QStringLiteral("agee>3"));
    QTest::keyClick(filter, Qt::Key_Return);
    EXPECT_TRUE(
        waitUntil([&] { return filter->accessibleDescription().contains(QStringLiteral("'agee'")); }));
    EXPECT_EQ(model.rowCount(), expected) << "what was shown stays";
}

TEST_F(PagesTest, AFailedJobSaysWhyAndOpensItsLog)
{
    submit("broken", "echo the disk of sorrow is full >&2; exit 23");
    ASSERT_TRUE(waitForStatus("broken", JobStatus::Failed));
    go({PageKind::Job, {QStringLiteral("broken")}});
    ASSERT_TRUE(waitUntil([this] { return shows(QStringLiteral("This job failed")); }));
    EXPECT_TRUE(shows(QStringLiteral("exit code 23")));
    EXPECT_TRUE(shows(QStringLiteral("Open log")));
    EXPECT_FALSE(shows(QStringLiteral("Still good")));
    auto *log = m_window->findChild<LogView *>(QStringLiteral("lastLines"));
    ASSERT_NE(log, nullptr);
    EXPECT_TRUE(waitUntil([&] { return log->document().state().lines == 1; }));
}

TEST_F(PagesTest, AFailedPipelineNamesItsStepAndWhatIsStillGood)
{
    const auto step = [](const std::string &command, const std::string &after) {
        Json json{{"type", "command"}, {"command", command}, {"environment", "azureml:local@latest"},
            {"outputs", {{"out", {{"type", "uri_file"}}}}}};
        if (!after.empty())
            json["inputs"] = {{"in", "${{parent.jobs." + after + ".outputs.out}}"}};
        return json;
    };
    submitDocument("halfway",
        Json{{"type", "pipeline"},
            {"jobs",
                {{"load", step("echo 1 > ${{outputs.out}}", "")},
                    {"train", step("cat ${{inputs.in}}; exit 9", "load")},
                    {"report", step("cat ${{inputs.in}}", "train")}}}});
    ASSERT_TRUE(waitForStatus("halfway", JobStatus::Failed));
    go({PageKind::Job, {QStringLiteral("halfway")}});
    ASSERT_TRUE(waitUntil([this] { return shows(QStringLiteral("The step “train” failed")); }));
    EXPECT_TRUE(shows(QStringLiteral("exit code 9")));
    EXPECT_TRUE(shows(QStringLiteral("Still good")));
    EXPECT_TRUE(shows(QStringLiteral("Not run because of it")));
}

TEST_F(PagesTest, TheTimelineHasTheHeightOfItsRowsUntilSomebodyChoosesAnother)
{
    Json steps = Json::object();
    for (const char *name : {"a", "b", "c", "d", "e"})
        steps[name] = {{"type", "command"}, {"command", "true"}, {"environment", "azureml:local@latest"}};
    submitDocument("five", {{"type", "pipeline"}, {"experiment_name", "tests"}, {"jobs", steps}});
    ASSERT_TRUE(waitForStatus("five", JobStatus::Completed));
    m_window->resize(1100, 700);
    go({PageKind::Job, {QStringLiteral("five")}, QStringLiteral("steps")});
    ASSERT_TRUE(waitUntil([this] { return isVisible(u"stepTimeline"); }));
    auto *timeline = need<QAbstractScrollArea>(u"stepTimeline");
    ASSERT_NE(timeline, nullptr);
    EXPECT_TRUE(waitUntil([&] { return timeline->verticalScrollBar()->maximum() == 0; }));
    EXPECT_LE(timeline->height(), need<QWidget>(u"stepGraph")->height());
}

TEST_F(PagesTest, TheCardAtTheTopOfHomeHasTheSameRoomAtBothSides)
{
    submit("one", "true");
    ASSERT_TRUE(waitForStatus("one", JobStatus::Completed));
    m_window->resize(1100, 700);
    go({PageKind::Home});
    ASSERT_TRUE(waitUntil([this] { return isVisible(u"heroOpen"); }));
    auto *card = need<QWidget>(u"heroCard");
    auto *open = need<QWidget>(u"heroOpen");
    EXPECT_TRUE(waitUntil(
        [&] { return open->mapTo(card, open->rect().topRight()).x() == card->rect().right() - 20; }));
}

TEST_F(PagesTest, ARunningJobIsCanceledFromItsPage)
{
    submit("endless", "sleep 600");
    ASSERT_TRUE(waitForStatus("endless", JobStatus::Running));
    go({PageKind::Job, {QStringLiteral("endless")}});
    ASSERT_TRUE(waitUntil([this] {
        auto *cancel = m_window->findChild<QPushButton *>(QStringLiteral("cancelJob"));
        return cancel != nullptr && cancel->isVisible();
    }));
    EXPECT_TRUE(
        waitUntil([this] { return shows(QStringLiteral("1 running")) || shows(QStringLiteral("running")); }));
    QTest::mouseClick(need<QPushButton>(QStringLiteral("cancelJob")), Qt::LeftButton);
    EXPECT_TRUE(waitForStatus("endless", JobStatus::Canceled));
    EXPECT_TRUE(waitUntil(
        [this] { return !m_window->findChild<QPushButton *>(QStringLiteral("cancelJob"))->isVisible(); }));
}

TEST_F(PagesTest, ADeletedJobIsGoneUntilOneUndoesIt)
{
    submit("unwanted", "true");
    ASSERT_TRUE(waitForStatus("unwanted", JobStatus::Completed));
    go({PageKind::Job, {QStringLiteral("unwanted")}});
    ASSERT_TRUE(waitUntil([this] {
        auto *button = m_window->findChild<QPushButton *>(QStringLiteral("deleteJob"));
        return button != nullptr && button->isVisible();
    }));
    QTest::mouseClick(need<QPushButton>(QStringLiteral("deleteJob")), Qt::LeftButton);
    ASSERT_TRUE(waitUntil([this] { return shows(QStringLiteral("This job is not there any more")); }));
    go({PageKind::Jobs});
    ASSERT_TRUE(waitUntil([this] { return shows(QStringLiteral("Nothing has run yet")); }));
    for (QAbstractButton *button : m_window->findChildren<QAbstractButton *>())
        if (button->isVisible() && button->text() == QStringLiteral("Undo"))
            QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_TRUE(waitUntil([this] { return hasJob(QStringLiteral("unwanted")); }));
}

TEST_F(PagesTest, ThePaletteFindsAJobByAFewLetters)
{
    submit("needle", "true");
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    auto *field = need<QLineEdit>(QStringLiteral("commandField"));
    ASSERT_NE(field, nullptr);
    QTest::keyClicks(field, QStringLiteral("needl"));
    // The only row, once the service has answered.
    ASSERT_TRUE(waitUntil([&] {
        auto *list = m_window->findChild<QListView *>();
        return list != nullptr && list->model()->rowCount() == 1
            && list->model()->index(0, 0).data().toString() == QStringLiteral("needle");
    }));
    QTest::keyClick(field, Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return m_window->navigator().current().page == PageKind::Job; }));
    EXPECT_EQ(m_window->navigator().current().jobs, QStringList{QStringLiteral("needle")});
}

TEST_F(PagesTest, BackAndForwardGoWhereOneWas)
{
    go({PageKind::Jobs});
    go({PageKind::Job, {QStringLiteral("nowhere")}});
    ASSERT_TRUE(waitUntil([this] { return shows(QStringLiteral("This job is not there any more")); }));
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(m_window->navigator().current().page, PageKind::Jobs);
    QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::AltModifier);
    EXPECT_EQ(m_window->navigator().current().page, PageKind::Job);
}

TEST_F(PagesTest, AServiceThatWasKilledIsBackWithoutAnyonesHelp)
{
    std::int64_t pid = 0;
    const auto askPid = [&] {
        pid = 0;
        m_window->connection().client().get("/api/v1/service", {}, m_window.get(),
            [&pid](const Reply &reply) { pid = reply.isSuccess() ? integerAt(reply.json, "pid") : -1; });
        return waitUntil([&] { return pid != 0; });
    };
    submit("before", "true");
    ASSERT_TRUE(askPid());
    const std::int64_t killed = pid;
    ASSERT_EQ(kill(static_cast<pid_t>(killed), SIGKILL), 0);
    go({PageKind::Jobs});
    ASSERT_TRUE(waitUntil([this] { return hasJob(QStringLiteral("before")); }));
    submit("after", "true");
    ASSERT_TRUE(waitUntil([this] { return hasJob(QStringLiteral("after")); }));
    ASSERT_TRUE(askPid());
    EXPECT_NE(pid, killed);
}

TEST_F(PagesTest, EveryWidgetThatTakesTheKeyboardHasAName)
{
    submit("named", "true");
    ASSERT_TRUE(waitForStatus("named", JobStatus::Completed));
    const Address addresses[]
        = {{}, {PageKind::Jobs}, {PageKind::Job, {QStringLiteral("named")}, QStringLiteral("overview")},
            {PageKind::Job, {QStringLiteral("named")}, QStringLiteral("logs")},
            {PageKind::Job, {QStringLiteral("named")}, QStringLiteral("code")},
            {PageKind::Compare, {QStringLiteral("named"), QStringLiteral("named")}}};
    for (const Address &address : addresses) {
        go(address);
        QTest::qWait(300);
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            const auto *area = qobject_cast<const QAbstractScrollArea *>(widget->parentWidget());
            const bool isViewport = area != nullptr && area->viewport() == widget;
            if (!widget->isVisible() || isViewport || (widget->focusPolicy() & Qt::TabFocus) == 0)
                continue;
            const auto *accessible = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            EXPECT_FALSE(accessible == nullptr || accessible->text(QAccessible::Name).isEmpty())
                << widget->metaObject()->className() << " " << widget->objectName().toStdString()
                << " on page " << static_cast<int>(address.page) << " " << address.tab.toStdString();
        }
    }
}
