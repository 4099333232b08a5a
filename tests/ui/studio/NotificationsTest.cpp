#include "tests/ui/studio/StudioTest.h"
#include "ui/shell/BellButton.h"
#include "ui/shell/NotificationCentre.h"
#include "ui/shell/StartWindow.h"

#include <QLabel>
#include <QPushButton>

using namespace atelier;
using namespace atelier::ui;

namespace {

class NotificationsTest : public ui::test::StudioTest
{
protected:
    [[nodiscard]] QString bell()
    {
        return m_window->findChild<BellButton *>(QStringLiteral("bell"))->accessibleName();
    }
    [[nodiscard]] NotificationCentre *centre()
    {
        return m_window->findChild<NotificationCentre *>(QStringLiteral("notificationCentre"));
    }
    void openCentre()
    {
        QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        ASSERT_NE(centre(), nullptr);
    }
    [[nodiscard]] QPushButton *button(const QString &name)
    {
        for (QPushButton *each : centre()->findChildren<QPushButton *>())
            if (each->accessibleName() == name)
                return each;
        return nullptr;
    }
};

} // namespace

TEST_F(NotificationsTest, TheBellTellsOfAJobThatEndedUntilOneHasLooked)
{
    EXPECT_EQ(bell(), QStringLiteral("Notifications"));
    submit("short", "true");
    ASSERT_TRUE(waitUntil([this] { return bell() == QStringLiteral("Notifications, 1 new"); }));
    openCentre();
    EXPECT_TRUE(shows(QStringLiteral("short")));
    EXPECT_TRUE(shows(QStringLiteral("Completed after")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    EXPECT_EQ(centre(), nullptr);
    EXPECT_EQ(bell(), QStringLiteral("Notifications"));
}

TEST_F(NotificationsTest, WhatEndedWhileTheWindowWasClosedIsNewWhenItOpensAgain)
{
    submit("slow", "sleep 1");
    ASSERT_TRUE(waitForStatus("slow", JobStatus::Running));
    reopen();
    ASSERT_TRUE(waitForStatus("slow", JobStatus::Completed));
    ASSERT_TRUE(waitUntil([this] { return bell() == QStringLiteral("Notifications, 1 new"); }));
    openCentre();
    centre()->close();
    reopen();
    ASSERT_TRUE(waitForStatus("slow", JobStatus::Completed));
    openCentre();
    ASSERT_TRUE(waitUntil([this] { return shows(QStringLiteral("Completed after")); }));
    EXPECT_EQ(bell(), QStringLiteral("Notifications"));
}

TEST_F(NotificationsTest, AJobThatRunsIsCanceledFromThere)
{
    submit("endless", "sleep 600");
    ASSERT_TRUE(waitForStatus("endless", JobStatus::Running));
    openCentre();
    ASSERT_TRUE(waitUntil([this] { return button(QStringLiteral("Cancel: endless")) != nullptr; }));
    QTest::mouseClick(button(QStringLiteral("Cancel: endless")), Qt::LeftButton);
    EXPECT_TRUE(waitForStatus("endless", JobStatus::Canceled));
    EXPECT_TRUE(waitUntil([this] { return shows(QStringLiteral("Canceled after")); }));
}

TEST_F(NotificationsTest, AFailureSaysWhyAndLeadsToItsJob)
{
    submit("broken", "exit 23");
    ASSERT_TRUE(waitForStatus("broken", JobStatus::Failed));
    openCentre();
    const auto tellsWhy = [this] {
        for (const QLabel *label : centre()->findChildren<QLabel *>())
            if (label->text().contains(QStringLiteral("exit code 23")))
                return true;
        return false;
    };
    ASSERT_TRUE(waitUntil(tellsWhy));
    QTest::mouseClick(button(QStringLiteral("View: broken")), Qt::LeftButton);
    EXPECT_EQ(centre(), nullptr);
    EXPECT_EQ(m_window->navigator().current().jobs, QStringList{QStringLiteral("broken")});
}

TEST_F(NotificationsTest, AProblemStaysThereWhenItsToastIsGone)
{
    m_window->notify(
        {Tone::Danger, QStringLiteral("The file was not saved"), QStringLiteral("The disk is full.")});
    EXPECT_EQ(bell(), QStringLiteral("Notifications, 1 new"));
    m_window->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    EXPECT_FALSE(shows(QStringLiteral("The disk is full.")));
    openCentre();
    EXPECT_TRUE(shows(QStringLiteral("The disk is full.")));
}

TEST_F(NotificationsTest, AreEmptyWhereNothingHasHappened)
{
    openCentre();
    EXPECT_TRUE(shows(QStringLiteral("Nothing yet.")));
    EXPECT_FALSE(m_window->findChild<QWidget *>(QStringLiteral("markRead"))->isVisible());
}
