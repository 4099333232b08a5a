#include "tests/ui/support/OpenStudio.h"

#include "core/client/WorkspaceFolder.h"
#include "core/system/Pidfd.h"
#include "tests/ui/support/Application.h"
#include "tests/ui/support/Windows.h"

#include <csignal>

namespace atelier::ui::test {

namespace {

constexpr int patienceMs = 20'000;

} // namespace

OpenStudio::OpenStudio()
    : m_folder(m_home / "demo")
    , m_settings(QString::fromStdString(m_home / "studio.ini"), QSettings::IniFormat)
    , m_program(theme(), m_settings, m_home / "resources")
{
    qputenv("XDG_STATE_HOME", QByteArray::fromStdString(m_home / "state"));
    EXPECT_TRUE(createWorkspaceFolder(m_folder));
    EXPECT_TRUE(m_program.open(m_folder));
    showActive(window());
    EXPECT_TRUE(QTest::qWaitFor([this] { return window().connection().isConnected(); }, patienceMs));
}

OpenStudio::~OpenStudio()
{
    const std::filesystem::path socket = window().connection().client().socket();
    window().close();
    const pid_t service = serviceProcess(socket);
    const auto process = Pidfd::open(service);
    if (service == 0 || !process)
        return;
    EXPECT_TRUE(process->signal(SIGTERM));
    EXPECT_TRUE(process->waitForEnd(std::chrono::milliseconds(patienceMs)));
}

void OpenStudio::run(const std::string &job, const Json &document)
{
    JobCalls &jobs = window().connection().jobs();
    bool isOver = false;
    window().connection().client().put("/api/v1/jobs/" + job, {{"document", document}}, &window(),
        [](const Reply &reply) { EXPECT_TRUE(reply.isSuccess()) << describe(reply.errors.front()); });
    const auto look = [&] {
        jobs.detail(job, &window(), [&](const Result<JobDetail> &detail) {
            isOver = isOver || (detail && isFinal(detail->summary.status));
        });
        return isOver;
    };
    EXPECT_TRUE(QTest::qWaitFor(look, patienceMs));
}

} // namespace atelier::ui::test
