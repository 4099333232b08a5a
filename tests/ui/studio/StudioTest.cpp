#include "tests/ui/studio/StudioTest.h"

#include "core/client/WorkspaceFolder.h"
#include "tests/ui/support/Application.h"
#include "ui/home/HomePage.h"
#include "ui/jobs/ComparePage.h"
#include "ui/jobs/JobPage.h"
#include "ui/jobs/JobsPage.h"
#include "ui/jobs/NewJob.h"
#include "ui/settings/SettingsPage.h"
#include "ui/text/Format.h"

#include <QAbstractButton>
#include <QElapsedTimer>
#include <QLabel>

namespace atelier::ui::test {

namespace {

constexpr int longestMs = 20'000;

template<typename Page>
StudioWindow::MakePage maker()
{
    return [](const Studio &studio) { return new Page(studio); };
}

StudioWindow::Pages pages()
{
    return {{PageKind::Home, maker<HomePage>()}, {PageKind::Jobs, maker<JobsPage>()},
        {PageKind::Job, maker<JobPage>()}, {PageKind::Compare, maker<ComparePage>()},
        {PageKind::Settings, maker<SettingsPage>()}};
}

} // namespace

void StudioTest::SetUp()
{
    for (const char *variable : {"XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"})
        qputenv(variable, QByteArray::fromStdString(m_folder.path().string()));
    const auto folder = createWorkspaceFolder(workspace());
    ASSERT_TRUE(folder);
    m_settings
        = std::make_unique<QSettings>(textOf((m_folder / "settings.ini").string()), QSettings::IniFormat);
    open();
}

void StudioTest::reopen()
{
    m_window.reset();
    open();
}

void StudioTest::open()
{
    auto connection = WorkspaceConnection::open(workspace());
    ASSERT_TRUE(connection);
    m_window = std::make_unique<StudioWindow>(StudioWindow::Parts{std::move(*connection), test::theme(),
        *m_settings, std::filesystem::path(ATELIER_SOURCE_DIR) / "resources", pages(), addJobActions});
    m_window->resize(1440, 900);
    m_window->show();
    m_window->go({});
    ASSERT_TRUE(waitUntil([this] { return m_window->connection().isConnected(); }));
}

void StudioTest::TearDown()
{
    if (!m_window)
        return;
    bool isGone = false;
    QObject receiver;
    m_window->connection().client().post(
        "/api/v1/service/stop", {{"force", true}}, &receiver, [&](const Reply &) { isGone = true; });
    EXPECT_TRUE(waitUntil([&] { return isGone; }));
    m_window.reset();
}

bool StudioTest::waitUntil(const std::function<bool()> &condition)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > longestMs)
            return false;
        QTest::qWait(5);
    }
    return true;
}

void StudioTest::submit(const std::string &name, const std::string &command, const std::string &experiment)
{
    submitDocument(name,
        Json{{"type", "command"}, {"command", command}, {"experiment_name", experiment},
            {"display_name", name}, {"environment", "azureml:local@latest"}});
}

void StudioTest::submitDocument(const std::string &name, const Json &document)
{
    bool isThere = false;
    QObject receiver;
    m_window->connection().client().put(
        "/api/v1/jobs/" + name, {{"document", document}}, &receiver, [&](const Reply &reply) {
            isThere = true;
            if (!reply.isSuccess())
                ADD_FAILURE() << reply.errors.front().sentence;
        });
    ASSERT_TRUE(waitUntil([&] { return isThere; }));
}

bool StudioTest::waitForStatus(const std::string &name, JobStatus status)
{
    JobWatch watch(m_window->connection(), name);
    return waitUntil([&] { return watch.detail() && watch.detail()->summary.status == status; });
}

void StudioTest::press(QAnyStringView name)
{
    if (auto *button = need<QAbstractButton>(name))
        QTest::mouseClick(button, Qt::LeftButton);
}

void StudioTest::pressText(const QString &text)
{
    for (QAbstractButton *button : m_window->findChildren<QAbstractButton *>())
        if (button->isVisible() && button->text() == text)
            return QTest::mouseClick(button, Qt::LeftButton);
    ADD_FAILURE() << "no button " << text.toStdString();
}

bool StudioTest::shows(const QString &text) const
{
    for (const QLabel *label : m_window->findChildren<QLabel *>())
        if (label->isVisible() && label->text().contains(text))
            return true;
    for (const QAbstractButton *button : m_window->findChildren<QAbstractButton *>())
        if (button->isVisible() && button->text().contains(text))
            return true;
    return false;
}

} // namespace atelier::ui::test
