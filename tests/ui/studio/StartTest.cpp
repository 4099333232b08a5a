#include "core/client/RecentWorkspaces.h"
#include "core/client/WorkspaceFolder.h"
#include "tests/core/system/SmallDisk.h"
#include "tests/ui/studio/StudioTest.h"
#include "ui/shell/StartWindow.h"
#include "ui/shell/WorkspaceWay.h"
#include "ui/text/Format.h"
#include "ui/widgets/LabeledField.h"

#include <QAbstractButton>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>

using namespace atelier;
using namespace atelier::ui;

namespace {

/// The window that opens where there is no workspace; beside it one that has one.
class StartTest : public ui::test::StudioTest
{
protected:
    void SetUp() override
    {
        StudioTest::SetUp();
        openStart();
    }
    void openStart()
    {
        m_start = std::make_unique<StartWindow>(std::filesystem::path(ATELIER_SOURCE_DIR) / "resources");
        QObject::connect(m_start.get(), &StartWindow::opened, m_start.get(),
            [this](const std::filesystem::path &folder) { m_opened = folder; });
        m_start->show();
    }
    void TearDown() override
    {
        m_start.reset();
        if (!m_opened.empty() && m_opened != workspace())
            stopService(m_opened);
        StudioTest::TearDown();
    }
    static void stopService(const std::filesystem::path &folder)
    {
        auto client = ServiceClient::open(folder);
        ASSERT_TRUE(client);
        bool isGone = false;
        QObject receiver;
        (*client)->stop(&receiver, [&](const Reply &) { isGone = true; });
        EXPECT_TRUE(waitUntil([&] { return isGone; }));
    }
    void ask(const char *way, const std::filesystem::path &folder)
    {
        m_way = m_start->findChild<WorkspaceWay *>(QString::fromLatin1(way));
        m_way->setFolder(textOf(folder.string()));
        QTest::keyClick(&m_way->field(), Qt::Key_Return);
    }
    [[nodiscard]] QString error() const
    {
        const auto *labeled = m_way->findChild<LabeledField *>();
        QString said;
        if (labeled->hasError())
            for (const QLabel *label : labeled->findChildren<QLabel *>())
                said += label->text() + u'\n';
        return said;
    }
    [[nodiscard]] bool refuses()
    {
        return waitUntil([this] { return !error().isEmpty(); });
    }

    std::unique_ptr<StartWindow> m_start;
    WorkspaceWay *m_way = nullptr;
    std::filesystem::path m_opened;
};

} // namespace

TEST_F(StartTest, MakesAWorkspaceInANewFolder)
{
    ask("newWorkspaceWay", folder() / "new/one");
    ASSERT_TRUE(waitUntil([this] { return !m_opened.empty(); })) << error().toStdString();
    EXPECT_EQ(m_opened, folder() / "new/one");
    EXPECT_TRUE(isWorkspace(m_opened));
}

TEST_F(StartTest, OpensTheOneThatIsThere)
{
    ask("openWorkspaceWay", workspace());
    ASSERT_TRUE(waitUntil([this] { return !m_opened.empty(); })) << error().toStdString();
    EXPECT_EQ(m_opened, workspace());
}

TEST_F(StartTest, SaysWhereItWasAskedForWhyThereIsNone)
{
    ask("openWorkspaceWay", folder() / "nothing");
    ASSERT_TRUE(refuses());
    EXPECT_TRUE(error().contains(QStringLiteral("There is no workspace in"))) << error().toStdString();
    atelier::test::write(folder() / "full/thesis.tex", "");
    ask("newWorkspaceWay", folder() / "full");
    ASSERT_TRUE(refuses());
    EXPECT_TRUE(error().contains(QStringLiteral("is not an empty folder"))) << error().toStdString();
    ask("newWorkspaceWay", folder() / "full/thesis.tex/below");
    ASSERT_TRUE(refuses());
    EXPECT_TRUE(error().contains(QStringLiteral("thesis.tex"))) << error().toStdString();
    ask("newWorkspaceWay", {});
    EXPECT_TRUE(error().contains(QStringLiteral("Name a folder.")));
    EXPECT_TRUE(m_opened.empty());
}

TEST_F(StartTest, TheFocusGoesToTheFieldThatIsWrong)
{
    m_start->activateWindow();
    m_way = m_start->findChild<WorkspaceWay *>(QStringLiteral("openWorkspaceWay"));
    auto *act = m_way->findChild<QAbstractButton *>();
    ASSERT_EQ(act->text(), QStringLiteral("Open"));
    m_way->setFolder({});
    act->setFocus();
    QTest::keyClick(act, Qt::Key_Space);
    EXPECT_EQ(m_start->focusWidget(), &m_way->field());
    EXPECT_TRUE(error().contains(QStringLiteral("Name a folder.")));
    m_way->setFolder(textOf((folder() / "nothing").string()));
    act->setFocus();
    QTest::keyClick(act, Qt::Key_Space);
    ASSERT_TRUE(refuses());
    EXPECT_EQ(m_start->focusWidget(), &m_way->field());
}

TEST_F(StartTest, TakesBackAFolderInWhichNoServiceCouldBeStarted)
{
    qputenv("ATELIER_SERVICE", "/bin/false");
    ask("newWorkspaceWay", folder() / "vain");
    EXPECT_TRUE(refuses());
    qunsetenv("ATELIER_SERVICE");
    EXPECT_FALSE(std::filesystem::exists(folder() / "vain"));
    ask("newWorkspaceWay", folder() / "vain");
    EXPECT_TRUE(waitUntil([this] { return !m_opened.empty(); })) << error().toStdString();
}

TEST_F(StartTest, ListsWhatWasOpenedBeforeAndForgetsWhatIsGone)
{
    const auto recent = RecentWorkspaces::ofUser();
    ASSERT_TRUE(recent);
    ASSERT_TRUE(recent->add(folder() / "gone"));
    ASSERT_TRUE(recent->add(workspace()));
    m_start.reset();
    openStart();
    auto *card = m_start->findChild<QWidget *>(QStringLiteral("recentWorkspaces"));
    ASSERT_TRUE(waitUntil([&] { return card->isVisible(); }));
    const auto said = [&] {
        QStringList words;
        for (const QLabel *label : card->findChildren<QLabel *>())
            if (label->isVisible())
                words << label->text();
        return words;
    };
    EXPECT_TRUE(said().contains(textOf((folder() / "gone").string())));
    EXPECT_TRUE(said().contains(QStringLiteral("not there any more")));
    EXPECT_TRUE(said().contains(QStringLiteral("opened just now")));
    QTest::mouseClick(card->findChild<QAbstractButton *>(QStringLiteral("forgetRecent")), Qt::LeftButton);
    EXPECT_TRUE(waitUntil([&] { return !said().contains(textOf(workspace().string())); }));
    ASSERT_EQ(recent->list().size(), 1U);
    EXPECT_EQ(recent->list().front().folder, folder() / "gone");
    ASSERT_TRUE(recent->add(workspace()));
    m_start.reset();
    openStart();
    card = m_start->findChild<QWidget *>(QStringLiteral("recentWorkspaces"));
    ASSERT_TRUE(waitUntil([&] { return card->isVisible(); }));
    QTest::mouseClick(card->findChild<QAbstractButton *>(QStringLiteral("openRecent")), Qt::LeftButton);
    EXPECT_TRUE(waitUntil([this] { return m_opened == workspace(); }));
}

TEST_F(StartTest, TakesBackAHalfMadeWorkspaceOnAFullDisk)
{
    const atelier::test::SmallDisk disk(folder() / "disk", 1);
    if (!disk.isMounted())
        GTEST_SKIP() << "mounting takes root";
    atelier::test::write(folder() / "disk/thesis.tex", "mine");
    const auto ballast = disk.fill();
    std::filesystem::resize_file(ballast, std::filesystem::file_size(ballast) - 40'000);
    ask("newWorkspaceWay", folder() / "disk/new/ws");
    ASSERT_TRUE(refuses());
    EXPECT_TRUE(error().contains(QStringLiteral("full"))) << error().toStdString();
    EXPECT_FALSE(std::filesystem::exists(folder() / "disk/new"));
    EXPECT_EQ(atelier::test::read(folder() / "disk/thesis.tex"), "mine");
    std::filesystem::remove(ballast);
    ask("newWorkspaceWay", folder() / "disk/new/ws");
    EXPECT_TRUE(waitUntil([this] { return !m_opened.empty(); })) << error().toStdString();
    stopService(std::exchange(m_opened, {}));
}

TEST_F(StartTest, MakesTheSampleWithItsTables)
{
    ask("sampleWorkspaceWay", folder() / "sample");
    ASSERT_TRUE(waitUntil([this] { return !m_opened.empty() || !error().isEmpty(); }));
    EXPECT_EQ(m_opened, folder() / "sample") << error().toStdString();
    EXPECT_TRUE(std::filesystem::exists(folder() / "sample/data/breast-cancer.parquet"));
}

TEST_F(StartTest, GoesInTheMiddleOfMakingTheSample)
{
    ask("sampleWorkspaceWay", folder() / "sample");
    // Not before the service has been started, which goes on without the window.
    ASSERT_TRUE(waitUntil([this] {
        std::error_code none;
        return !std::filesystem::is_empty(folder() / "sample", none) && !none;
    }));
    m_start.reset();
    EXPECT_TRUE(waitUntil([this] { return isWorkspace(folder() / "sample"); }));
    stopService(folder() / "sample");
}

TEST_F(StartTest, AServiceWithAnotherRuntimeFolderIsReached)
{
    const QByteArray usual = qgetenv("XDG_RUNTIME_DIR");
    const auto back = qScopeGuard([&] { qputenv("XDG_RUNTIME_DIR", usual); });
    qputenv("XDG_RUNTIME_DIR", QByteArray::fromStdString((folder() / "run").string()));
    std::filesystem::create_directories(folder() / "run");
    std::filesystem::permissions(folder() / "run", std::filesystem::perms::owner_all);
    QElapsedTimer timer;
    timer.start();
    ask("openWorkspaceWay", workspace());
    ASSERT_TRUE(waitUntil([this] { return !m_opened.empty(); })) << error().toStdString();
    auto connection = WorkspaceConnection::open(workspace());
    ASSERT_TRUE(connection);
    EXPECT_TRUE(waitUntil([&] { return (*connection)->isConnected(); }));
    EXPECT_LT(timer.elapsed(), 3000);
    EXPECT_EQ((*connection)->client().socket(), m_window->connection().client().socket());
}

TEST_F(StartTest, TheWindowsOwnDialogMakesAWorkspaceAndAsksForIt)
{
    std::filesystem::path asked;
    QObject::connect(m_window.get(), &StudioWindow::workspaceRequested, m_window.get(),
        [&](const std::filesystem::path &folder) { asked = folder; });
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(need<QLineEdit>(QStringLiteral("commandField")), QStringLiteral(">new workspace"));
    QTest::keyClick(need<QLineEdit>(QStringLiteral("commandField")), Qt::Key_Return);
    auto *way = need<WorkspaceWay>(QStringLiteral("newWorkspaceWay"));
    ASSERT_NE(way, nullptr);
    way->setFolder(textOf((folder() / "second").string()));
    QTest::keyClick(&way->field(), Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return !asked.empty(); }));
    EXPECT_EQ(asked, folder() / "second");
    stopService(asked);
}
