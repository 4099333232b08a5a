#include "tests/ui/studio/JobListTest.h"

#include "ui/jobs/ExperimentsTab.h"
#include "ui/jobs/JobListSaving.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>

#include <csignal>

using namespace atelier;
using namespace atelier::ui;
using JobListTest = ui::test::JobListTest;

TEST_F(JobListTest, ShiftF10OpensTheMenuOfAJob)
{
    ASSERT_NO_FATAL_FAILURE(listOnlyOne());
    QTest::keyClick(&table(), Qt::Key_F10, Qt::ShiftModifier);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    ASSERT_NE(menu, nullptr);
    const auto actions = menu->actions();
    const auto deleting = std::find_if(actions.begin(), actions.end(),
        [](const QAction *action) { return action->text() == QStringLiteral("Delete"); });
    ASSERT_NE(deleting, actions.end());
    (*deleting)->trigger();
    menu->close();
    EXPECT_TRUE(waitUntil([this] { return table().model()->rowCount() == 0; }));
}

TEST_F(JobListTest, HasTheFocusAgainWhenOneComesBackFromAJob)
{
    ASSERT_NO_FATAL_FAILURE(listOnlyOne());
    QTest::keyClick(&table(), Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return isVisible("jobPage"); }));
    m_window->navigator().goBack();
    EXPECT_TRUE(table().hasFocus());
}

TEST_F(JobListTest, IsReadPageByPageToItsEnd)
{
    const std::string wine = experiment("wine");
    openMany(wine, 450);
    showOneList();
    ASSERT_TRUE(waitUntil([&] { return shows(QStringLiteral("1–200 of 450")); }));
    EXPECT_EQ(rows(), 200);
    ASSERT_TRUE(waitUntil([&] {
        scrollToEnd();
        return rows() == 450;
    }));
    EXPECT_EQ(titles().size(), 450U) << "no job twice, none missing";
    EXPECT_TRUE(waitUntil([&] { return shows(QStringLiteral("450 job")); }));
}

TEST_F(JobListTest, KeepsPlaceAndSelectionWhileJobsComeAndGo)
{
    const std::string wine = readMany();
    table().selectRow(300);
    const QString chosen = table().model()->index(300, 0).data().toString();
    const auto nameAt = [&](int row) {
        return table().model()->index(row, 0).data().toString().section(QStringLiteral(", "), 0, 0);
    };
    const std::string added = open(wine, "newcomer");
    ASSERT_TRUE(waitUntil([&] { return nameAt(0) == QStringLiteral("newcomer"); }));
    EXPECT_EQ(rows(), 451);
    ASSERT_EQ(table().selectedRows(), QList<int>{301});
    EXPECT_EQ(table().model()->index(301, 0).data().toString(), chosen);
    call("/api/2.0/mlflow/runs/delete", {{"run_id", added}});
    ASSERT_TRUE(waitUntil([&] { return rows() == 450; }));
    EXPECT_EQ(table().selectedRows(), QList<int>{300});
    EXPECT_TRUE(waitUntil([&] { return shows(QStringLiteral("450 job")); }));
}

TEST_F(JobListTest, AJobThatIsDeletedWhileSelectedLeavesTheOthersSelected)
{
    const std::string wine = experiment("wine");
    const std::string unwanted = open(wine, "unwanted");
    open(wine, "kept");
    open(wine, "kept too");
    showOneList();
    ASSERT_TRUE(waitUntil([&] { return rows() == 3; }));
    table().selectAll();
    call("/api/2.0/mlflow/runs/delete", {{"run_id", unwanted}});
    ASSERT_TRUE(waitUntil([&] { return rows() == 2; }));
    EXPECT_EQ(table().selectedRows().size(), 2);
}

TEST_F(JobListTest, AServiceThatRestartsLeavesTheListWhereItWas)
{
    const std::string wine = readMany();
    table().verticalScrollBar()->setValue(table().verticalScrollBar()->maximum() / 2);
    const int top = table().rowAt(0);
    const QString topJob = table().model()->index(top, 0).data().toString();
    std::int64_t pid = 0;
    m_window->connection().client().get("/api/v1/service", {}, m_window.get(),
        [&pid](const Reply &reply) { pid = integerAt(reply.json, "pid", -1); });
    ASSERT_TRUE(waitUntil([&] { return pid != 0; }));
    ASSERT_EQ(kill(static_cast<pid_t>(pid), SIGKILL), 0);
    open(wine, "afterwards");
    ASSERT_TRUE(waitUntil([&] { return titles().count("afterwards") == 1; }));
    EXPECT_GE(rows(), 400);
    EXPECT_EQ(table().model()->index(table().rowAt(0), 0).data().toString().isEmpty(), false);
    EXPECT_EQ(table().model()->index(top + 1, 0).data().toString(), topJob) << "one came above it";
}

TEST_F(JobListTest, AFinishedConditionBecomesATokenAndBackspaceTakesItBack)
{
    const std::string wine = experiment("wine");
    open(wine, "apple", Json::array({{{"key", "team"}, {"value", "red"}}}));
    open(wine, "banana", Json::array({{{"key", "team"}, {"value", "blue"}}}));
    showOneList();
    ASSERT_TRUE(waitUntil([&] { return titles().size() == 2; }));
    QTest::keyClicks(&field(), QStringLiteral("tag.team:red "));
    ASSERT_TRUE(waitUntil([&] { return titles() == std::set<std::string>{"apple"}; }));
    EXPECT_EQ(tokens(), QStringList{QStringLiteral("tag.team:red")});
    EXPECT_TRUE(field().text().isEmpty());
    QTest::keyClick(&field(), Qt::Key_Backspace);
    ASSERT_TRUE(waitUntil([&] { return titles().size() == 2; }));
    EXPECT_TRUE(tokens().isEmpty());
}

TEST_F(JobListTest, AFinishedConditionIsInForceWhileTheNextOneIsWritten)
{
    const std::string wine = experiment("wine");
    open(wine, "apple", Json::array({{{"key", "team"}, {"value", "red"}}}));
    open(wine, "banana", Json::array({{{"key", "team"}, {"value", "blue"}}}));
    showOneList();
    ASSERT_TRUE(waitUntil([&] { return titles().size() == 2; }));
    field().setFocus();
    QTest::keyClicks(&field(), QStringLiteral("tag.team:red sta"));
    ASSERT_TRUE(waitUntil([&] { return proposals() != nullptr; }));
    EXPECT_TRUE(waitUntil([&] { return titles() == std::set<std::string>{"apple"}; }));
    field().setText(QStringLiteral("state:nothing"));
    QTest::keyClick(&field(), Qt::Key_Return);
    EXPECT_TRUE(waitUntil([&] { return shows(QStringLiteral("nothing")); }));
    EXPECT_EQ(titles(), std::set<std::string>{"apple"}) << "what is wrong is not looked for";
}

TEST_F(JobListTest, AConditionIsCompletedByTheKeyboardAlone)
{
    const std::string wine = experiment("wine");
    open(wine, "apple", Json::array({{{"key", "team"}, {"value", "deep red"}}}));
    open(wine, "banana", Json::array({{{"key", "team"}, {"value", "blue"}}}));
    showOneList();
    ASSERT_TRUE(waitUntil([&] { return titles().size() == 2; }));
    table().setFocus();
    QTest::keyClick(&table(), Qt::Key_Slash);
    ASSERT_TRUE(waitUntil([&] { return field().hasFocus(); }));
    QTest::keyClicks(&field(), QStringLiteral("tea"));
    ASSERT_TRUE(waitUntil([&] { return proposed() == QStringList{QStringLiteral("tag.team")}; }));
    QTest::keyClick(&field(), Qt::Key_Tab);
    EXPECT_EQ(field().text(), QStringLiteral("tag.team:"));
    ASSERT_TRUE(waitUntil([&] { return proposed().size() == 2; }));
    QTest::keyClick(&field(), Qt::Key_Down);
    QTest::keyClick(&field(), Qt::Key_Down);
    QTest::keyClick(&field(), Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return titles() == std::set<std::string>{"apple"}; }));
    EXPECT_EQ(tokens(), QStringList{QStringLiteral("tag.team:\"deep red\"")});
    QTest::keyClicks(&field(), QStringLiteral("sta"));
    ASSERT_TRUE(waitUntil([&] { return proposals() != nullptr; }));
    QTest::keyClick(&field(), Qt::Key_Escape);
    EXPECT_EQ(proposals(), nullptr);
    EXPECT_EQ(field().text(), QStringLiteral("sta"));
    QTest::keyClick(&field(), Qt::Key_Escape);
    EXPECT_TRUE(field().text().isEmpty());
    EXPECT_EQ(tokens().size(), 1);
    QTest::keyClick(&field(), Qt::Key_Escape);
    EXPECT_TRUE(tokens().isEmpty());
    EXPECT_TRUE(waitUntil([&] { return titles().size() == 2; }));
}

TEST_F(JobListTest, AWrongFilterSaysWhyAndLeavesTheListAsItIs)
{
    open(experiment("wine"), "apple");
    showOneList();
    ASSERT_TRUE(waitUntil([&] { return titles().size() == 1; }));
    QTest::keyClicks(&field(), QStringLiteral("stat:failed"));
    QTest::keyClick(&field(), Qt::Key_Return);
    EXPECT_TRUE(waitUntil([&] { return shows(QStringLiteral("Did you mean 'state'?")); }));
    EXPECT_EQ(titles().size(), 1U);
    field().selectAll();
    field().insert(QString(10'000, u'x'));
    QTest::keyClick(&field(), Qt::Key_Return);
    EXPECT_TRUE(waitUntil([&] { return shows(QStringLiteral("at most 2000 bytes")); }));
}

TEST_F(JobListTest, NamesOfAnyScriptAndLengthAreFoundAgain)
{
    const std::string wine = experiment("نبيذ 🍷");
    const std::string longName = std::string(248, 'n') + "🍇";
    open(wine, longName);
    open(wine, "عنب أحمر");
    showOneList();
    ASSERT_TRUE(waitUntil([&] { return titles().size() == 2; }));
    go({PageKind::Jobs, {}, {}, QStringLiteral("experiment:\"نبيذ 🍷\" 🍇")});
    EXPECT_TRUE(waitUntil([&] { return titles() == std::set<std::string>{longName}; }));
    EXPECT_EQ(tokens(), QStringList{QStringLiteral("experiment:\"نبيذ 🍷\"")});
    go({PageKind::Jobs, {}, {}, QStringLiteral("أحمر")});
    EXPECT_TRUE(waitUntil([&] { return titles() == std::set<std::string>{"عنب أحمر"}; }));
}

TEST_F(JobListTest, AViewFiltersAndSaysHowManyItHas)
{
    const std::string wine = experiment("wine");
    const std::string failed = open(wine, "apple");
    open(wine, "banana");
    call("/api/2.0/mlflow/runs/update", {{"run_id", failed}, {"status", "FAILED"}});
    showOneList();
    ASSERT_TRUE(waitUntil([&] { return titles().size() == 2; }));
    auto *view = need<QPushButton>(QStringLiteral("view_failed"));
    EXPECT_TRUE(waitUntil([&] { return view->accessibleDescription() == QStringLiteral("1"); }));
    QTest::mouseClick(view, Qt::LeftButton);
    EXPECT_TRUE(waitUntil([&] { return titles() == std::set<std::string>{"apple"}; }));
    EXPECT_TRUE(view->isChecked());
    EXPECT_EQ(tokens(), QStringList{QStringLiteral("state:failed")});
}

TEST_F(JobListTest, AKeptViewBringsBackFilterOrderAndColumnsInAnyWindow)
{
    const std::string wine = experiment("wine");
    const std::string apple = open(wine, "apple");
    open(wine, "banana");
    call("/api/2.0/mlflow/runs/log-metric",
        {{"run_id", apple}, {"key", "auc"}, {"value", 0.75}, {"timestamp", 1}});
    showOneList();
    ASSERT_TRUE(waitUntil([&] { return titles().size() == 2; }));
    EXPECT_EQ(shown<QPushButton>(QStringLiteral("saveView")), nullptr) << "all jobs are a view already";
    go({PageKind::Jobs, {}, {}, QStringLiteral("metric.auc>0.5")});
    ASSERT_TRUE(waitUntil([&] { return titles() == std::set<std::string>{"apple"}; }));
    QTest::mouseClick(need<QPushButton>(QStringLiteral("saveView")), Qt::LeftButton);
    QTest::keyClicks(need<QLineEdit>(QStringLiteral("line")), QStringLiteral("Good ones"));
    QTest::keyClick(need<QLineEdit>(QStringLiteral("line")), Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return shown<QPushButton>(QStringLiteral("view_Good ones")) != nullptr; }));
    EXPECT_TRUE(need<QPushButton>(QStringLiteral("view_Good ones"))->isChecked());
    EXPECT_EQ(shown<QPushButton>(QStringLiteral("saveView")), nullptr);
    reopen();
    go({PageKind::Jobs});
    ASSERT_TRUE(waitUntil([&] { return titles().size() == 2; }));
    ASSERT_TRUE(waitUntil([&] { return shown<QPushButton>(QStringLiteral("view_Good ones")) != nullptr; }));
    EXPECT_TRUE(waitUntil([&] {
        return need<QPushButton>(QStringLiteral("view_Good ones"))->accessibleDescription()
            == QStringLiteral("1");
    }));
    QTest::mouseClick(need<QPushButton>(QStringLiteral("view_Good ones")), Qt::LeftButton);
    EXPECT_TRUE(waitUntil([&] { return titles() == std::set<std::string>{"apple"}; }));
    EXPECT_EQ(tokens(), QStringList{QStringLiteral("metric.auc>0.5")});
}

TEST_F(JobListTest, ColumnsStayAsTheUserWantsThem)
{
    open(experiment("wine"), "apple");
    showOneList();
    ASSERT_TRUE(waitUntil([&] { return titles().size() == 1; }));
    EXPECT_TRUE(table().isColumnHidden(JobTableModel::TagsCell)) << "no job has tags";
    EXPECT_FALSE(table().isColumnHidden(JobTableModel::CreatedCell));
    const auto toggle = [&](const QString &title) {
        QTest::mouseClick(need<QWidget>(QStringLiteral("jobColumns")), Qt::LeftButton);
        const auto *menu = need<QWidget>(QStringLiteral("jobColumns"))->findChild<QMenu *>();
        ASSERT_NE(menu, nullptr);
        for (QAction *action : menu->actions())
            if (action->text() == title)
                action->trigger();
        delete menu;
    };
    toggle(QStringLiteral("Tags"));
    toggle(QStringLiteral("Created"));
    EXPECT_FALSE(table().isColumnHidden(JobTableModel::TagsCell));
    EXPECT_TRUE(table().isColumnHidden(JobTableModel::CreatedCell));
    reopen();
    go({PageKind::Jobs});
    EXPECT_FALSE(table().isColumnHidden(JobTableModel::TagsCell));
    EXPECT_TRUE(table().isColumnHidden(JobTableModel::CreatedCell));
}

TEST_F(JobListTest, AllPagesOfTheFilteredListAreExported)
{
    openMany(experiment("wine"), 1100);
    open(experiment("iris"), "=apple");
    showOneList();
    ASSERT_TRUE(waitUntil([&] { return shows(QStringLiteral("of 1,101")); }));
    auto *saving = m_window->findChild<JobListSaving *>();
    ASSERT_NE(saving, nullptr);
    const auto file = folder() / "jobs.csv";
    const auto lines = [&] {
        QFile csv(QString::fromStdString(file.string()));
        return csv.open(QIODevice::ReadOnly) ? QString::fromUtf8(csv.readAll()).split(QStringLiteral("\r\n"))
                                             : QStringList();
    };
    JobFilter filter;
    saving->save(
        filter, {QStringLiteral("job"), QStringLiteral("experiment")}, QString::fromStdString(file.string()));
    ASSERT_TRUE(waitUntil([&] { return lines().size() == 1103; }))
        << "a head, 1101 jobs, and the end of the last";
    EXPECT_EQ(lines().first(), QStringLiteral("name,display_name,experiment"));
    EXPECT_TRUE(lines()[1].endsWith(QStringLiteral(",'=apple,iris"))) << lines()[1].toStdString();
    filter.filter = "experiment:iris";
    saving->save(filter, {QStringLiteral("experiment")}, QString::fromStdString(file.string()));
    EXPECT_TRUE(waitUntil([&] {
        return lines() == QStringList{QStringLiteral("experiment"), QStringLiteral("iris"), {}};
    }));
}

TEST_F(JobListTest, KeepsNoRoomForLinesOfJobsThatAFilterHasLeftOut)
{
    const auto measure = [this](const std::string &run, int points) {
        for (int i = 0; i < points; ++i)
            call("/api/2.0/mlflow/runs/log-metric",
                {{"run_id", run}, {"key", "auc"}, {"value", 0.5 + i}, {"timestamp", 1000 + i}, {"step", i}});
    };
    measure(open(experiment("wine"), "with a line"), 2);
    measure(open(experiment("iris"), "with a point"), 1);
    showOneList();
    const auto keepsRoom = [this] {
        return rows() > 0
            && std::get<cell::Metric>(table().tableModel()->cell(0, JobTableModel::MetricCell)).besideLines;
    };
    ASSERT_TRUE(waitUntil([&] { return rows() == 2 && keepsRoom(); }));
    m_window->findChild<JobListTab *>()->filterBy(QStringLiteral("experiment:iris"));
    EXPECT_TRUE(waitUntil([&] { return rows() == 1 && !keepsRoom(); }));
}

TEST_F(JobListTest, AnExperimentOpensTheListOfItsJobs)
{
    open(experiment("wine"), "apple");
    open(experiment("my iris"), "banana");
    showOneList();
    ASSERT_TRUE(waitUntil([&] { return titles().size() == 2; }));
    go({PageKind::Jobs, {}, QStringLiteral("experiments")});
    auto *tab = m_window->findChild<ExperimentsTab *>();
    auto &experiments = *tab->findChild<DataTable *>();
    ASSERT_TRUE(waitUntil([&] { return tab->isVisible() && experiments.model()->rowCount() == 2; }));
    EXPECT_EQ(experiments.model()->index(0, 0).data().toString(), QStringLiteral("my iris")) << "used last";
    experiments.setFocus();
    experiments.setCurrentIndex(experiments.model()->index(0, 0));
    QTest::keyClick(&experiments, Qt::Key_Return);
    EXPECT_TRUE(waitUntil([&] { return titles() == std::set<std::string>{"banana"}; }));
    EXPECT_FALSE(tab->isVisible());
    EXPECT_EQ(tokens(), QStringList{QStringLiteral("experiment:\"my iris\"")});
}
