#include "core/system/Pidfd.h"
#include "tests/ui/studio/StudioTest.h"
#include "ui/jobs/JobListTab.h"
#include "ui/text/Format.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Toast.h"
#include "ui/widgets/table/DataTable.h"

#include <QElapsedTimer>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>

#include <algorithm>
#include <csignal>

using namespace atelier;
using namespace atelier::ui;

namespace {

/// Does things to the service's process under the open window.
class ServiceTest : public ui::test::StudioTest
{
protected:
    void TearDown() override
    {
        if (m_stopped)
            send(SIGCONT);
        qputenv("ATELIER_SERVICE", m_program);
        StudioTest::TearDown();
    }
    [[nodiscard]] pid_t pid() { return serviceProcess(m_window->connection().client().socket()); }
    void send(int signal) { ASSERT_TRUE(m_stopped->signal(signal)); }
    /// Stops the process as it is, in the middle of anything.
    void freeze()
    {
        auto process = Pidfd::open(pid());
        ASSERT_TRUE(process);
        m_stopped.emplace(std::move(*process));
        send(SIGSTOP);
    }
    bool saysThatItIsSilent()
    {
        return waitUntil([this] { return shows(QStringLiteral("does not answer. Jobs run on")); });
    }
    bool isQuiet()
    {
        return waitUntil([this] {
            return m_window->connection().state() == ServiceState::Answers
                && !m_window->findChild<QWidget *>(QStringLiteral("serviceStrip"))->isVisible();
        });
    }

    /// Ends the process; from here on none can be started.
    void takeAway()
    {
        const auto process = Pidfd::open(pid());
        ASSERT_TRUE(process);
        qputenv("ATELIER_SERVICE", "/nowhere/atelierd");
        ASSERT_TRUE(process->signal(SIGKILL));
        ASSERT_TRUE(
            waitUntil([this] { return m_window->connection().state() == ServiceState::Unavailable; }));
    }
    struct Shown
    {
        QString problem;
        QString retry; ///< a button
        QString content;
    };
    /// A page about jobs that was never loaded says so in time, and is filled when the service is back.
    void expectHealing(const Address &page, const Shown &shown)
    {
        submit("one", "true");
        submit("two", "true");
        ASSERT_TRUE(waitForStatus("two", JobStatus::Completed));
        takeAway();
        go(page);
        ASSERT_TRUE(waitUntil([&] { return shows(shown.problem); }));
        EXPECT_TRUE(shows(QStringLiteral("could not be started")));
        QTest::mouseClick(need<QPushButton>(shown.retry), Qt::LeftButton);
        ASSERT_TRUE(waitUntil([&] { return shows(shown.problem); })) << "asked again in vain";
        qputenv("ATELIER_SERVICE", m_program);
        EXPECT_TRUE(waitUntil([&] { return shows(shown.content) && !shows(shown.problem); }));
        EXPECT_TRUE(isQuiet());
    }

    std::optional<Pidfd> m_stopped;
    const QByteArray m_program = qgetenv("ATELIER_SERVICE");
};

} // namespace

TEST_F(ServiceTest, AFrozenServiceIsNoticedAndNothingIsLostWhenItGoesOn)
{
    go({PageKind::Jobs});
    submit("before", "true");
    ASSERT_TRUE(waitUntil([this] { return m_window->connection().isConnected(); }));
    freeze();
    bool isThere = false;
    m_window->connection().client().put("/api/v1/jobs/during",
        {{"document", {{"type", "command"}, {"command", "true"}, {"environment", "azureml:local@latest"}}}},
        m_window.get(), [&](const Reply &reply) { isThere = reply.isSuccess(); });
    ASSERT_TRUE(saysThatItIsSilent());
    EXPECT_EQ(m_window->connection().state(), ServiceState::Silent);
    EXPECT_FALSE(isThere);
    send(SIGCONT);
    EXPECT_TRUE(isQuiet());
    EXPECT_TRUE(waitUntil([&] { return isThere; }));
    EXPECT_TRUE(waitForStatus("during", JobStatus::Completed));
}

TEST_F(ServiceTest, WhatFailedBecauseItWasAwayIsNoLongerSaidOnceItIsBack)
{
    submit("long", "exec sleep 600");
    ASSERT_TRUE(waitForStatus("long", JobStatus::Running));
    ASSERT_TRUE(waitUntil([this] { return isVisible("heroCancel"); }));
    auto *cancel = need<QPushButton>(QStringLiteral("heroCancel"));
    const auto process = Pidfd::open(pid());
    ASSERT_TRUE(process);
    qputenv("ATELIER_SERVICE", "/nowhere/atelierd");
    ASSERT_TRUE(process->signal(SIGKILL));
    cancel->click();
    const auto isToldOf = [this] {
        const auto toasts = m_window->findChildren<Toast *>();
        return std::any_of(toasts.begin(), toasts.end(), [](const Toast *toast) {
            return toast->accessibleName().startsWith(QStringLiteral("The job was not canceled"));
        });
    };
    ASSERT_TRUE(waitUntil(isToldOf));
    qputenv("ATELIER_SERVICE", m_program);
    EXPECT_TRUE(isQuiet());
    EXPECT_TRUE(waitUntil([&] { return !isToldOf(); }));
    cancel->click();
    EXPECT_TRUE(waitForStatus("long", JobStatus::Canceled));
}

TEST_F(ServiceTest, WhatNeedsTheServiceIsDisabledWithTheReasonWhileItIsFrozen)
{
    ASSERT_TRUE(need<QPushButton>(QStringLiteral("homeNewJob"))->isEnabled());
    freeze();
    ASSERT_TRUE(saysThatItIsSilent());
    auto *add = need<QPushButton>(QStringLiteral("homeNewJob"));
    EXPECT_FALSE(add->isEnabled());
    EXPECT_EQ(add->toolTip(), QStringLiteral("The workspace's service does not answer."));
    send(SIGCONT);
    ASSERT_TRUE(isQuiet());
    EXPECT_TRUE(add->isEnabled());
    EXPECT_EQ(add->toolTip(), QString());
}

TEST_F(ServiceTest, WhatIsDoneWithListedJobsIsDisabledWithTheReasonWhileItIsFrozen)
{
    submit("one", "true");
    submit("two", "true");
    go({PageKind::Jobs});
    auto &table = *m_window->findChild<JobListTab *>()->findChild<DataTable *>();
    ASSERT_TRUE(waitUntil([&] { return table.model()->rowCount() == 3; })) << "a group and two jobs";
    table.selectAll();
    const auto *bar = need<QWidget>(QStringLiteral("bulkBar"));
    const auto buttons = bar->findChildren<QPushButton *>();
    const auto found = std::find_if(buttons.begin(), buttons.end(),
        [](const QPushButton *button) { return button->text() == QStringLiteral("Compare"); });
    ASSERT_NE(found, buttons.end());
    const QPushButton *compare = *found;
    EXPECT_TRUE(compare->isEnabled());
    freeze();
    ASSERT_TRUE(saysThatItIsSilent());
    EXPECT_FALSE(compare->isEnabled());
    EXPECT_EQ(compare->toolTip(), QStringLiteral("The workspace's service does not answer."));
    EXPECT_TRUE(need<QPushButton>(QStringLiteral("bulkClear"))->isEnabled());
    QTest::mouseClick(need<QPushButton>(QStringLiteral("bulkClear")), Qt::LeftButton);
    table.setFocus();
    table.setCurrentIndex(table.model()->index(1, 0));
    QStringList disabled;
    for (const IconButton *button : table.viewport()->findChildren<IconButton *>())
        if (button->isVisible() && !button->isEnabled())
            disabled << button->toolTip();
    EXPECT_FALSE(disabled.isEmpty());
    EXPECT_EQ(disabled.count(QStringLiteral("The workspace's service does not answer.")), disabled.size());
    send(SIGCONT);
    ASSERT_TRUE(isQuiet());
    table.selectAll();
    EXPECT_TRUE(compare->isEnabled());
}

TEST_F(ServiceTest, AFrozenServiceIsRestartedWhileItsJobRunsOn)
{
    submit("steady", "sleep 600");
    ASSERT_TRUE(waitForStatus("steady", JobStatus::Running));
    const pid_t frozen = pid();
    freeze();
    ASSERT_TRUE(saysThatItIsSilent());
    QTest::mouseClick(need<QPushButton>(QStringLiteral("restartService")), Qt::LeftButton);
    QTest::mouseClick(need<QPushButton>(QStringLiteral("confirmRestart")), Qt::LeftButton);
    EXPECT_TRUE(waitUntil([this] { return m_stopped->hasEnded(); }));
    m_stopped.reset();
    ASSERT_TRUE(isQuiet());
    EXPECT_NE(pid(), frozen);
    EXPECT_TRUE(waitForStatus("steady", JobStatus::Running));
    EXPECT_EQ(m_window->findChild<QWidget *>(QStringLiteral("restartDialog")), nullptr);
    m_window->connection().jobs().cancel("steady", m_window.get(), [](const Result<void> &) {});
    EXPECT_TRUE(waitForStatus("steady", JobStatus::Canceled));
}

TEST_F(ServiceTest, TheQuestionWhetherToRestartGoesWhenTheServiceIsBackByItself)
{
    freeze();
    ASSERT_TRUE(saysThatItIsSilent());
    QTest::mouseClick(need<QPushButton>(QStringLiteral("restartService")), Qt::LeftButton);
    ASSERT_NE(need<QPushButton>(QStringLiteral("confirmRestart")), nullptr);
    send(SIGCONT);
    ASSERT_TRUE(isQuiet());
    EXPECT_EQ(m_window->findChild<QWidget *>(QStringLiteral("restartDialog")), nullptr);
}

TEST_F(ServiceTest, AServiceThatIsKilledWhileItIsFrozenIsStartedAgain)
{
    submit("kept", "true");
    freeze();
    ASSERT_TRUE(saysThatItIsSilent());
    send(SIGKILL);
    m_stopped.reset();
    ASSERT_TRUE(isQuiet());
    EXPECT_TRUE(waitForStatus("kept", JobStatus::Completed));
}

TEST_F(ServiceTest, TheWindowClosesBeneathADialogForFiles)
{
    QTest::mouseClick(need<QPushButton>(QStringLiteral("homeNewJob")), Qt::LeftButton);
    ASSERT_TRUE(waitUntil([this] { return m_window->findChild<QFileDialog *>() != nullptr; }));
    reopen();
    EXPECT_TRUE(waitUntil([this] { return m_window->connection().isConnected(); }));
}

TEST_F(ServiceTest, TheWindowClosesAtOnceInTheMiddleOfEverything)
{
    submit("one", "true");
    go({PageKind::Job, {QStringLiteral("one")}});
    freeze();
    const auto socket = m_window->connection().client().socket();
    for (int i = 0; i < 50; ++i)
        m_window->connection().client().get("/api/v1/jobs", {}, m_window.get(), [](const Reply &) {});
    go({PageKind::Jobs});
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(need<QLineEdit>(QStringLiteral("commandField")), QStringLiteral("on"));
    QElapsedTimer timer;
    timer.start();
    m_window->close();
    m_window.reset();
    EXPECT_LT(timer.elapsed(), 1000);
    send(SIGKILL);
    m_stopped.reset();
}

TEST_F(ServiceTest, AJobPageThatOpensWhileNoServiceCanBeStartedIsFilledWhenItIsBack)
{
    expectHealing({PageKind::Job, {QStringLiteral("one")}},
        {QStringLiteral("This job cannot be shown"), QStringLiteral("askAgain"),
            QStringLiteral("Completed")});
}

TEST_F(ServiceTest, AJobPageShowsNothingOfTheJobBeforeWhileItWaits)
{
    submit("first", "echo the first one speaks");
    submit("second", "true");
    ASSERT_TRUE(waitForStatus("first", JobStatus::Completed));
    ASSERT_TRUE(waitForStatus("second", JobStatus::Completed));
    const auto files = [this] {
        auto *tree = visible<QTreeView>("jobFiles");
        return tree == nullptr ? 0 : tree->model()->rowCount();
    };
    go({PageKind::Job, {QStringLiteral("first")}, QStringLiteral("logs")});
    ASSERT_TRUE(waitUntil([&] { return files() > 0 && isVisible("logView"); }));
    go({PageKind::Job, {QStringLiteral("second")}, QStringLiteral("overview")});
    ASSERT_TRUE(waitUntil([this] { return isVisible("copyCommand"); }));
    freeze();
    go({PageKind::Job, {QStringLiteral("second")}, QStringLiteral("logs")});
    EXPECT_EQ(files(), 0);
    EXPECT_FALSE(isVisible("logView"));
    go({PageKind::Job, {QStringLiteral("first")}});
    EXPECT_FALSE(shows(QStringLiteral("Completed")));
    EXPECT_FALSE(isVisible("runAgain"));
    send(SIGCONT);
    EXPECT_TRUE(waitUntil([this] { return isVisible("runAgain"); }));
    EXPECT_TRUE(isQuiet());
}

TEST_F(ServiceTest, AComparisonThatOpensWhileNoServiceCanBeStartedIsFilledWhenItIsBack)
{
    expectHealing({PageKind::Compare, {QStringLiteral("one"), QStringLiteral("two")}},
        {QStringLiteral("cannot be compared"), QStringLiteral("compareRetry"),
            QStringLiteral("none of these jobs has logged any")});
}
