#include "tests/ui/studio/JobListTest.h"
#include "ui/jobs/JobListSaving.h"
#include "ui/jobs/JobTagging.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QPushButton>

using namespace atelier;
using namespace atelier::ui;

using SelectedJobsTest = ui::test::JobListTest;

TEST_F(SelectedJobsTest, WhatIsOfferedForTheSelectedJobsFollowsThem)
{
    submit("first", "sleep 600");
    submit("second", "sleep 600");
    ASSERT_TRUE(waitForStatus("first", JobStatus::Running));
    showOneList();
    ASSERT_TRUE(waitUntil([this] { return table().model()->rowCount() == 2; }));
    table().selectAll();
    const auto offers = [this] {
        QStringList texts;
        for (const QPushButton *button :
            need<QWidget>(QStringLiteral("bulkBar"))->findChildren<QPushButton *>())
            if (button->isVisible())
                texts << button->text();
        texts.removeAll(QStringLiteral("Clear"));
        return texts;
    };
    EXPECT_EQ(offers(),
        (QStringList{QStringLiteral("Compare"), QStringLiteral("Cancel 2 active"), QStringLiteral("Tag…"),
            QStringLiteral("Export…")}));
    for (const char *job : {"first", "second"})
        m_window->connection().jobs().cancel(job, m_window.get(), [](const Result<void> &) {});
    EXPECT_TRUE(waitUntil([&] {
        return offers()
            == QStringList{QStringLiteral("Compare"), QStringLiteral("Delete"), QStringLiteral("Tag…"),
                QStringLiteral("Export…")};
    }));
    QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QStringList copied = QGuiApplication::clipboard()->text().split(u'\n');
    EXPECT_EQ(std::set<QString>(copied.begin(), copied.end()),
        (std::set<QString>{QStringLiteral("first"), QStringLiteral("second")}));
    QTest::keyClick(&table(), Qt::Key_Delete);
    EXPECT_TRUE(waitUntil([this] { return table().model()->rowCount() == 0; }));
}

TEST_F(SelectedJobsTest, TheSelectedJobsAloneAreExportedWithTheColumnsThatAreSeen)
{
    const std::string wine = experiment("wine");
    for (const char *name : {"apple", "banana", "cherry"})
        open(wine, name);
    showOneList();
    ASSERT_TRUE(waitUntil([&] { return rows() == 3; }));
    const auto file = folder() / "some.csv";
    m_window->findChild<JobListSaving *>()->save(model().jobs({0, 2}),
        {QStringLiteral("experiment"), QStringLiteral("job")}, QString::fromStdString(file.string()));
    const auto text = [&] {
        QFile csv(QString::fromStdString(file.string()));
        return csv.open(QIODevice::ReadOnly) ? csv.readAll().toStdString() : std::string();
    };
    const std::string expected = "experiment,name,display_name\r\nwine," + model().job(0)->name
        + ",cherry\r\nwine," + model().job(2)->name + ",apple\r\n";
    EXPECT_TRUE(waitUntil([&] { return text() == expected; })) << text();
}

TEST_F(SelectedJobsTest, ATagIsGivenToAllSelectedJobsAndTakenBack)
{
    const std::string wine = experiment("wine");
    open(wine, "apple", Json::array({{{"key", "team"}, {"value", "sound"}}}));
    openMany(wine, 20);
    showOneList();
    ASSERT_TRUE(waitUntil([&] { return rows() == 21; }));
    table().selectAll();
    pressText(QStringLiteral("Tag…"));
    QTest::keyClicks(need<QLineEdit>(QStringLiteral("line")), QStringLiteral("team: vision"));
    QTest::keyClick(need<QLineEdit>(QStringLiteral("line")), Qt::Key_Return);
    const auto teams = [this] {
        std::multiset<std::string> values;
        for (int row = 0; row < rows(); ++row)
            if (const auto &tags = model().job(row)->tags; tags.contains("team"))
                values.insert(tags.at("team"));
        return values;
    };
    EXPECT_TRUE(waitUntil([&] { return teams().count("vision") == 21; }));
    ASSERT_TRUE(waitUntil([&] { return shows(QStringLiteral("21 job(s) tagged")); }));
    pressText(QStringLiteral("Undo"));
    EXPECT_TRUE(waitUntil([&] { return teams() == std::multiset<std::string>{"sound"}; }));
}

TEST_F(SelectedJobsTest, ATagThatSomeJobsDoNotTakeSaysHowMany)
{
    const std::string wine = experiment("wine");
    open(wine, "apple");
    open(wine, "banana");
    showOneList();
    ASSERT_TRUE(waitUntil([&] { return rows() == 2; }));
    JobRows jobs = model().jobs({0, 1});
    for (const char *name : {"gone", "lost"}) {
        JobSummary missing;
        missing.name = name;
        jobs.push_back(std::make_shared<const JobSummary>(missing));
    }
    auto *tagging = table().window()->findChild<JobListTab *>()->findChild<JobTagging *>();
    ASSERT_NE(tagging, nullptr);
    tagging->tag(jobs, {"keep", {}});
    EXPECT_TRUE(waitUntil([&] {
        return shows(QStringLiteral("2 job(s) could not be changed"))
            && shows(QStringLiteral("2 job(s) tagged"));
    }));
}
