#include "ui/settings/WorkspaceSection.h"

#include "core/system/DiskUse.h"
#include "tests/ui/support/OpenStudio.h"
#include "tests/ui/support/Windows.h"
#include "ui/text/Format.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>

using namespace atelier::ui;

namespace {

constexpr int patienceMs = 20'000;

class WorkspaceSettings : public testing::Test
{
protected:
    void SetUp() override
    {
        atelier::test::write(studio.folder() / "ballast", std::string(3'000'000, 'x'));
        studio.window().go({PageKind::Settings, {}, QStringLiteral("workspace")});
    }

    test::OpenStudio studio;
};

} // namespace

TEST_F(WorkspaceSettings, MeasuresTheFolder)
{
    const auto &size = studio.need<QLabel>(QStringLiteral("workspaceSize"));
    // The ballast of 3 MB, and not much more.
    EXPECT_TRUE(QTest::qWaitFor([&] { return size.text().startsWith(u"3."); }, patienceMs))
        << size.text().toStdString();
    EXPECT_TRUE(size.text().endsWith(u" MB")) << size.text().toStdString();
}

TEST_F(WorkspaceSettings, CopiesTheFolder)
{
    QTest::mouseClick(&studio.need<QPushButton>(QStringLiteral("copyFolder")), Qt::LeftButton);
    EXPECT_EQ(QApplication::clipboard()->text().toStdString(), studio.folder().string());
}

TEST_F(WorkspaceSettings, CopiesTheAddressThatTheServiceTells)
{
    int port = 0;
    studio.window().connection().service(&studio.window(),
        [&port](const atelier::Result<atelier::ServiceDescription> &service) { port = service->port; });
    auto &copy = studio.need<QPushButton>(QStringLiteral("copyAddress"));
    EXPECT_FALSE(copy.isEnabled());
    ASSERT_TRUE(QTest::qWaitFor([&] { return port > 0 && copy.isEnabled(); }, patienceMs));
    QTest::mouseClick(&copy, Qt::LeftButton);
    EXPECT_EQ(QApplication::clipboard()->text(), QStringLiteral("http://127.0.0.1:%1").arg(port));
}

TEST_F(WorkspaceSettings, SaysHowManyCoresRunTheJobs)
{
    const auto &cores = studio.need<QLabel>(QStringLiteral("cores"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return cores.text() != noFigure(); }, patienceMs));
    EXPECT_GT(cores.text().section(u' ', 0, 0).toInt(), 0) << cores.text().toStdString();
}
