#include "tests/support/TemporaryFolder.h"
#include "tests/ui/support/Windows.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/CardButton.h"
#include "ui/widgets/Crumb.h"
#include "ui/widgets/EmptyArt.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/ScrollPage.h"
#include "ui/widgets/SideLayout.h"
#include "ui/widgets/Splitter.h"
#include "ui/widgets/TabStrip.h"

#include <gtest/gtest.h>

#include <QAccessible>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace atelier::ui;

namespace {

/// A main part at least 300 wide beside a quarter of the width, 100 to 200, in a page that scrolls.
struct SidedPage
{
    SidedPage()
    {
        auto *body = new QWidget;
        auto *layout = new SideLayout(body, 12, {0.25, 100, 200});
        auto *column = new QVBoxLayout;
        column->setContentsMargins(0, 0, 0, 0);
        main = new QWidget(body);
        main->setMinimumSize(300, 200);
        side = new QWidget(body);
        side->setMinimumHeight(80);
        column->addWidget(main);
        layout->setMain(column);
        layout->setSide(side, Qt::AlignTop);
        page.column()->setContentsMargins(0, 0, 0, 0);
        page.column()->addWidget(body);
        page.column()->addStretch();
        page.resize(900, 600);
        page.show();
    }
    void resize(int width)
    {
        page.resize(width, 600);
        QCoreApplication::sendPostedEvents();
    }

    ScrollPage page;
    QWidget *main;
    QWidget *side;
};

} // namespace

TEST(SideLayout, TheSideIsBesideWhileTheMainPartKeepsItsWidth)
{
    SidedPage shown;
    EXPECT_EQ(shown.main->geometry().width(), 900 - 12 - 200);
    EXPECT_EQ(shown.side->geometry().topLeft(), QPoint(900 - 200, 0));
    shown.resize(416); // 300 + 12 + 104
    EXPECT_EQ(shown.main->width(), 300);
    EXPECT_EQ(shown.side->x(), 312);
}

TEST(SideLayout, TheSideGoesBelowBeforeThePageGetsWiderThanItsWindow)
{
    SidedPage shown;
    shown.resize(400);
    EXPECT_EQ(shown.main->geometry(), QRect(0, 0, 400, 200));
    EXPECT_EQ(shown.side->geometry().topLeft(), QPoint(0, 212));
    EXPECT_EQ(shown.side->width(), 400);
    EXPECT_FALSE(shown.page.horizontalScrollBar()->isVisible());
    shown.resize(900);
    EXPECT_EQ(shown.side->y(), 0) << "and comes back";
}

TEST(PageHeader, TheWayUpIsButtonsAndThePageItselfIsNot)
{
    PageHeader header(QStringLiteral("random-forest-400"));
    header.setBreadcrumb(
        {QStringLiteral("My workspace"), QStringLiteral("Jobs"), QStringLiteral("random-forest-400")});
    QSignalSpy clicked(&header, &PageHeader::breadcrumbClicked);
    header.show();
    const auto crumbs = header.findChildren<Crumb *>();
    ASSERT_EQ(
        std::count_if(crumbs.begin(), crumbs.end(), [](Crumb *crumb) { return crumb->isVisible(); }), 2);
    crumbs[1]->click();
    ASSERT_EQ(clicked.count(), 1);
    EXPECT_EQ(clicked[0][0].toInt(), 1);
}

TEST(PageHeader, AnotherNameInTheWayUpLeavesTheFocusWhereItIs)
{
    PageHeader header(QStringLiteral("Jobs"));
    header.setBreadcrumb({QStringLiteral("My workspace"), QStringLiteral("Jobs"), QStringLiteral("one")});
    header.show();
    header.activateWindow();
    auto *jobs = header.findChildren<Crumb *>()[1];
    jobs->setFocus();
    ASSERT_EQ(header.focusWidget(), jobs);
    header.setBreadcrumb({QStringLiteral("My workspace"), QStringLiteral("Jobs"), QStringLiteral("two")});
    EXPECT_EQ(header.focusWidget(), jobs);
}

TEST(PageHeader, GivesUpFactsThenNamesOfActionsBeforeItsTitle)
{
    QWidget page; // a window's size is bounded by its layout
    PageHeader header(QStringLiteral("Breast cancer, gradient boosting"), &page);
    auto *again = new Button(QStringLiteral("Run with changes"), ButtonKind::Default, u"options");
    header.addAction(again);
    header.setState(stateLook(atelier::JobStatus::Completed));
    header.setFacts(QStringLiteral("8.8 s"));
    page.show();
    const auto *facts = header.findChild<QWidget *>(QStringLiteral("headerFacts"));
    const auto shown = [&](int width) {
        header.resize(width, 90);
        QCoreApplication::sendPostedEvents();
        return std::pair(facts->isVisible(), again->sizeHint() == again->namedSizeHint());
    };
    EXPECT_EQ(shown(900), std::pair(true, true));
    int width = 900;
    while (width > 300 && shown(width).first)
        width -= 10;
    EXPECT_EQ(shown(width), std::pair(false, true));
    EXPECT_EQ(shown(420), std::pair(false, false));
    EXPECT_EQ(again->text(), QStringLiteral("Run with changes")) << "for screen readers and commands";
    EXPECT_EQ(shown(900), std::pair(true, true));
}

TEST(PageHeader, HasAPillOnlyWhileThereIsAState)
{
    PageHeader header(QStringLiteral("Jobs"));
    header.show();
    auto *pill = header.findChild<Pill *>();
    EXPECT_FALSE(pill->isVisible());
    header.setState(stateLook(atelier::JobStatus::Running));
    EXPECT_TRUE(pill->isVisible());
    EXPECT_EQ(pill->accessibleName(), QStringLiteral("Running"));
}

TEST(TabStrip, NeverElidesAndTellsItsCounts)
{
    TabStrip tabs;
    tabs.addTab(QStringLiteral("Outputs + logs"));
    tabs.addTab(QStringLiteral("Child jobs"));
    const int without = tabs.sizeHint().width();
    tabs.setCount(1, 1234);
    EXPECT_GT(tabs.sizeHint().width(), without + 30);
    EXPECT_EQ(tabs.accessibleTabName(1), QStringLiteral("Child jobs, 1234"));
    EXPECT_EQ(tabs.tabText(1), QStringLiteral("Child jobs"));
    tabs.setCount(1, -1);
    EXPECT_EQ(tabs.sizeHint().width(), without);
}

TEST(TabStrip, ControlAndPageKeysGoAround)
{
    TabStrip tabs;
    for (const char *name : {"One", "Two", "Three"})
        tabs.addTab(QLatin1StringView(name));
    test::showActive(tabs);
    QTest::keyClick(&tabs, Qt::Key_PageUp, Qt::ControlModifier);
    EXPECT_EQ(tabs.currentIndex(), 2);
    QTest::keyClick(&tabs, Qt::Key_PageDown, Qt::ControlModifier);
    EXPECT_EQ(tabs.currentIndex(), 0);
    QTest::keyClick(&tabs, Qt::Key_Right);
    EXPECT_EQ(tabs.currentIndex(), 1);
}

TEST(TabStrip, AHiddenTabLeavesNoMarkAndKeysPassItBy)
{
    TabStrip tabs;
    for (const char *name : {"One", "Two", "Three"})
        tabs.addTab(QLatin1StringView(name));
    tabs.setTabVisible(1, false);
    tabs.resize(tabs.sizeHint());
    test::showActive(tabs);
    const QImage without = tabs.grab().toImage();
    tabs.setCount(1, 0);
    EXPECT_EQ(tabs.grab().toImage(), without);
    QTest::keyClick(&tabs, Qt::Key_PageDown, Qt::ControlModifier);
    EXPECT_EQ(tabs.currentIndex(), 2);
    QTest::keyClick(&tabs, Qt::Key_PageUp, Qt::ControlModifier);
    EXPECT_EQ(tabs.currentIndex(), 0);
}

TEST(Banner, IsReadAsOneMessage)
{
    Banner banner(Tone::Danger, QStringLiteral("The job failed"), QStringLiteral("The disk is full."));
    auto *remedy = new Button(QStringLiteral("Free space"), ButtonKind::Primary);
    banner.addAction(remedy);
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&banner);
    EXPECT_EQ(face->role(), QAccessible::AlertMessage);
    EXPECT_EQ(face->text(QAccessible::Name), QStringLiteral("The job failed\nThe disk is full."));
    EXPECT_TRUE(banner.isAncestorOf(remedy));
}

TEST(EmptyState, GivesItsArtUpWhereItWouldCoverTheWords)
{
    QWidget page; // a window's size is bounded by its layout
    EmptyState empty(
        u"beaker", QStringLiteral("Nothing has run yet"), QStringLiteral("A job is one run."), &page);
    const auto *art = empty.findChild<EmptyArt *>();
    empty.resize(600, 400);
    page.show();
    EXPECT_TRUE(art->isVisible());
    const int least = empty.minimumSizeHint().height();
    empty.resize(600, least + 20);
    EXPECT_FALSE(art->isVisible());
    EXPECT_EQ(empty.minimumSizeHint().height(), least) << "or it would flicker";
    empty.resize(600, 400);
    EXPECT_TRUE(art->isVisible());
}

TEST(EmptyState, TellsWhichWayWasChosen)
{
    EmptyState empty(u"beaker", QStringLiteral("Nothing has run yet"), QStringLiteral("A job is one run."));
    empty.addWay(u"beaker", QStringLiteral("From a script"), QStringLiteral("Any command."));
    empty.addWay(u"arrow_upload", QStringLiteral("From a file"), QStringLiteral("A document."));
    QSignalSpy chosen(&empty, &EmptyState::wayChosen);
    empty.findChildren<CardButton *>().last()->click();
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen[0][0].toInt(), 1);
}

TEST(Splitter, ComesBackWithTheSizesItWasLeftWith)
{
    const atelier::test::TemporaryFolder folder;
    QSettings settings(QString::fromStdString((folder.path() / "window.ini").string()), QSettings::IniFormat);
    const auto show = [](Splitter &splitter) {
        splitter.addWidget(new QWidget);
        splitter.addWidget(new QWidget);
        splitter.resize(605, 100);
        splitter.show();
    };
    {
        Splitter splitter(Qt::Horizontal, settings, QStringLiteral("jobs/details"));
        show(splitter);
        splitter.setSizes({150, 450});
        Q_EMIT splitter.splitterMoved(150, 1);
    }
    Splitter again(Qt::Horizontal, settings, QStringLiteral("jobs/details"));
    show(again);
    EXPECT_NEAR(again.sizes()[0], 150, 2);
}

TEST(ScrollPage, BringsWhatHasTheFocusIntoSight)
{
    ScrollPage page;
    auto *first = new Button(QStringLiteral("First"));
    auto *last = new Button(QStringLiteral("Last"));
    page.column()->addWidget(first);
    page.column()->addSpacing(2000);
    page.column()->addWidget(last);
    page.resize(300, 200);
    test::showActive(page);
    first->setFocus();
    EXPECT_TRUE(last->visibleRegion().isEmpty());
    QTest::keyClick(first, Qt::Key_Tab);
    ASSERT_TRUE(last->hasFocus());
    EXPECT_FALSE(last->visibleRegion().isEmpty());
}
