#include "tests/ui/support/Application.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/ToastArea.h"

#include <gtest/gtest.h>

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace atelier::ui;

namespace {

struct Window : QWidget
{
    Window()
    {
        resize(900, 600);
        show();
    }
};

ToastMessage message(const char *title, Tone tone = Tone::Info)
{
    return {tone, QLatin1StringView(title)};
}

} // namespace

TEST(ToastArea, StandsInTheCornerAndFollowsTheWindow)
{
    Window window;
    ToastArea area(window, 26);
    area.show(message("Saved"));
    EXPECT_TRUE(window.rect().contains(area.geometry()));
    EXPECT_EQ(area.geometry().bottom(), window.height() - 26 - 1);
    EXPECT_GT(area.x(), window.width() / 2);
    window.resize(1200, 700);
    EXPECT_EQ(area.geometry().bottom(), window.height() - 26 - 1);
    EXPECT_GT(area.x(), 700);
}

TEST(ToastArea, AFourthToastPushesTheFirstOut)
{
    Window window;
    ToastArea area(window);
    QSignalSpy pushed(&area, &ToastArea::pushedOut);
    for (const char *title : {"One", "Two", "Three", "Four"})
        area.show(message(title));
    EXPECT_EQ(area.count(), 3);
    ASSERT_EQ(pushed.count(), 1);
    EXPECT_EQ(pushed[0][0].toString(), QStringLiteral("One"));
}

TEST(ToastArea, ToastsDoNotOverlap)
{
    Window window;
    ToastArea area(window);
    Toast *first = area.show({Tone::Danger, QStringLiteral("The job failed"),
        QStringLiteral(
            "CUDA out of memory on node 3. Batch 256 needs 46.2 GB, and the node has only 40 GB of it.")});
    Toast *second = area.show(message("Saved"));
    QCoreApplication::processEvents();
    EXPECT_GE(second->y(), first->geometry().bottom());
    EXPECT_GE(first->height(), first->heightForWidth(first->width()));
}

TEST(Toast, AnActionIsTakenOnceAndEndsIt)
{
    Window window;
    ToastArea area(window);
    const QPointer<Toast> toast
        = area.show({Tone::Success, QStringLiteral("Deleted"), {}, QStringLiteral("Undo")});
    QSignalSpy chosen(toast, &Toast::actionChosen);
    QTest::mouseClick(toast->findChild<Button *>(), Qt::LeftButton);
    EXPECT_EQ(chosen.count(), 1);
    EXPECT_EQ(area.count(), 0);
    EXPECT_FALSE(area.isVisible());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_TRUE(toast.isNull());
}

TEST(Toast, IsDismissedByItsCross)
{
    Window window;
    ToastArea area(window);
    Toast *toast = area.show(message("The job failed", Tone::Danger));
    QTest::mouseClick(toast->findChild<IconButton *>(), Qt::LeftButton);
    EXPECT_EQ(area.count(), 0);
}

TEST(Toast, AFailureGoesWhenTheSameThingSucceeds)
{
    Window window;
    ToastArea area(window);
    area.show({.tone = Tone::Danger, .title = QStringLiteral("Not saved"), .matter = QStringLiteral("save")});
    area.show({.tone = Tone::Danger, .title = QStringLiteral("Not run"), .matter = QStringLiteral("run")});
    area.show({.tone = Tone::Success, .title = QStringLiteral("Saved"), .matter = QStringLiteral("save")});
    EXPECT_EQ(area.count(), 2);
    area.settle(QStringLiteral("run"));
    EXPECT_EQ(area.count(), 1);
}

TEST(Toast, SeveralFailuresGoWithTheirCommonCause)
{
    Window window;
    ToastArea area(window);
    for (const char *matter : {"save", "run"})
        area.show({.tone = Tone::Danger,
            .title = QStringLiteral("No"),
            .matter = QLatin1StringView(matter),
            .cause = QStringLiteral("service")});
    area.show(message("Another", Tone::Danger));
    area.settle(QStringLiteral("service"));
    EXPECT_EQ(area.count(), 1);
}
