#include "tests/ui/studio/StudioTest.h"
#include "ui/jobs/FilterProposals.h"
#include "ui/jobs/FilterToken.h"
#include "ui/widgets/table/DataTable.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>

#include <csignal>
#include <set>

using namespace atelier;
using namespace atelier::ui;

/// The list of jobs with many jobs in it, which scripts opened through MLflow's calls.
class JobListTest : public ui::test::StudioTest
{
protected:
    DataTable &table()
    {
        return *m_window->findChild<QWidget *>(QStringLiteral("jobsPage"))->findChild<DataTable *>();
    }
    Json call(const std::string &path, const Json &body)
    {
        Json answer;
        bool isThere = false;
        QObject receiver;
        m_window->connection().client().post(path, body, &receiver, [&](const Reply &reply) {
            isThere = true;
            answer = reply.json;
            EXPECT_TRUE(reply.isSuccess());
        });
        EXPECT_TRUE(waitUntil([&] { return isThere; }));
        return answer;
    }
    std::string experiment(const std::string &name)
    {
        return textAt(call("/api/2.0/mlflow/experiments/create", {{"name", name}}), "experiment_id");
    }
    std::string open(const std::string &experiment, const std::string &name, const Json &tags = Json::array())
    {
        const Json run = call("/api/2.0/mlflow/runs/create",
            {{"experiment_id", experiment}, {"run_name", name}, {"tags", tags}});
        return textAt(run["run"]["info"], "run_id");
    }
    void openMany(const std::string &experiment, int count)
    {
        int answers = 0;
        QObject receiver;
        for (int i = 0; i < count; ++i)
            m_window->connection().client().post("/api/2.0/mlflow/runs/create",
                {{"experiment_id", experiment}, {"run_name", "trial " + std::to_string(i)}}, &receiver,
                [&](const Reply &) { ++answers; });
        ASSERT_TRUE(waitUntil([&] { return answers == count; }));
    }
    void showOneList()
    {
        go({PageKind::Jobs});
        for (QAbstractButton *button : m_window->findChildren<QAbstractButton *>())
            if (button->isVisible() && button->text() == QStringLiteral("One list"))
                button->click();
    }
    std::set<std::string> titles()
    {
        std::set<std::string> names;
        for (int row = 0; row < table().model()->rowCount(); ++row)
            if (!table().tableModel()->isGroup(row))
                names.insert(table()
                                 .model()
                                 ->index(row, 0)
                                 .data()
                                 .toString()
                                 .section(QStringLiteral(", "), 0, 0)
                                 .toStdString());
        return names;
    }
    /// 450 jobs of one experiment, all of them read.
    std::string readMany()
    {
        const std::string wine = experiment("wine");
        openMany(wine, 450);
        showOneList();
        EXPECT_TRUE(waitUntil([&] {
            if (rows() >= 200)
                scrollToEnd();
            return rows() == 450;
        }));
        return wine;
    }
    int rows() { return table().model()->rowCount(); }
    void scrollToEnd() { table().verticalScrollBar()->setValue(table().verticalScrollBar()->maximum()); }
    QLineEdit &field() { return *need<QLineEdit>(QStringLiteral("jobFilter")); }
    QStringList tokens()
    {
        QStringList texts;
        for (const FilterToken *token : m_window->findChildren<FilterToken *>())
            if (token->isVisible())
                texts << token->text();
        return texts;
    }
    FilterProposals *proposals()
    {
        auto *popup = m_window->findChild<FilterProposals *>();
        return popup != nullptr && popup->isVisible() ? popup : nullptr;
    }
    QStringList proposed()
    {
        QStringList texts;
        const auto *list = proposals() == nullptr ? nullptr : proposals()->findChild<QListView *>();
        for (int row = 0; list != nullptr && row < list->model()->rowCount(); ++row)
            texts << list->model()->index(row, 0).data().toString();
        return texts;
    }
};

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
