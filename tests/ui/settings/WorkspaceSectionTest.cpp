#include "ui/settings/WorkspaceSection.h"

#include "core/system/DiskUse.h"
#include "tests/ui/studio/StudioTest.h"
#include "tests/ui/support/Windows.h"
#include "ui/text/Format.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>

using namespace atelier::ui;

namespace {

constexpr int patienceMs = 20'000;

class WorkspaceSettings : public test::StudioTest
{
protected:
    void SetUp() override
    {
        StudioTest::SetUp();
        atelier::test::write(workspace() / "ballast", std::string(3'000'000, 'x'));
        go({PageKind::Settings, {}, QStringLiteral("workspace")});
    }
};

} // namespace

TEST_F(WorkspaceSettings, MeasuresTheFolder)
{
    const auto &size = *need<QLabel>(QStringLiteral("workspaceSize"));
    // The ballast of 3 MB, and not much more.
    EXPECT_TRUE(QTest::qWaitFor([&] { return size.text().startsWith(u"3."); }, patienceMs))
        << size.text().toStdString();
    EXPECT_TRUE(size.text().endsWith(u" MB")) << size.text().toStdString();
}

TEST_F(WorkspaceSettings, CopiesTheFolder)
{
    QTest::mouseClick(need<QPushButton>(QStringLiteral("copyFolder")), Qt::LeftButton);
    EXPECT_EQ(QApplication::clipboard()->text().toStdString(), workspace().string());
}

TEST_F(WorkspaceSettings, CopiesTheAddressThatTheServiceTells)
{
    int port = 0;
    m_window->connection().service(m_window.get(),
        [&port](const atelier::Result<atelier::ServiceDescription> &service) { port = service->port; });
    auto &copy = *need<QPushButton>(QStringLiteral("copyAddress"));
    EXPECT_FALSE(copy.isEnabled());
    ASSERT_TRUE(QTest::qWaitFor([&] { return port > 0 && copy.isEnabled(); }, patienceMs));
    QTest::mouseClick(&copy, Qt::LeftButton);
    EXPECT_EQ(QApplication::clipboard()->text(), QStringLiteral("http://127.0.0.1:%1").arg(port));
}

TEST_F(WorkspaceSettings, SaysHowManyCoresRunTheJobs)
{
    const auto &cores = *need<QLabel>(QStringLiteral("cores"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return cores.text() != noFigure(); }, patienceMs));
    EXPECT_GT(cores.text().section(u' ', 0, 0).toInt(), 0) << cores.text().toStdString();
}
