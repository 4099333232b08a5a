#include "ui/widgets/Dialog.h"

#include "tests/ui/support/Windows.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/WrapLabel.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace atelier::ui;

namespace {

class DialogTest : public testing::Test
{
protected:
    DialogTest()
    {
        window.resize(900, 600);
        below.setGeometry(20, 20, 100, 32);
        test::showActive(window);
        below.setFocus();
        dialog->body()->addWidget(edit);
        dialog->addButton(cancel);
        dialog->addButton(confirm);
    }

    QWidget window;
    Button below{QStringLiteral("Below"), ButtonKind::Default, {}, ControlSize::Normal, &window};
    QPointer<Dialog> dialog = new Dialog(window, QStringLiteral("Delete it?"));
    QLineEdit *edit = new QLineEdit;
    Button *cancel = new Button(QStringLiteral("Cancel"));
    Button *confirm = new Button(QStringLiteral("Delete"), ButtonKind::Danger);
};

} // namespace

TEST_F(DialogTest, TheFocusStaysInside)
{
    dialog->open();
    for (int i = 0; i < 40; ++i) {
        QTest::keyClick(QApplication::focusWidget(), i < 20 ? Qt::Key_Tab : Qt::Key_Backtab);
        ASSERT_TRUE(dialog->isAncestorOf(QApplication::focusWidget())) << "after " << i;
    }
}

TEST_F(DialogTest, TheFirstFieldHasTheFocusUnlessSomethingElseIsAskedFor)
{
    dialog->open();
    EXPECT_TRUE(edit->hasFocus());
}

TEST_F(DialogTest, WhatDestroysBeginsOnCancel)
{
    dialog->setFirstFocus(cancel);
    dialog->open();
    EXPECT_TRUE(cancel->hasFocus());
}

TEST_F(DialogTest, EscapeRejectsAndGivesTheFocusBack)
{
    QSignalSpy rejected(dialog, &Dialog::rejected);
    dialog->open();
    QTest::keyClick(edit, Qt::Key_Escape);
    EXPECT_EQ(rejected.count(), 1);
    EXPECT_TRUE(below.hasFocus());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_TRUE(dialog.isNull());
}

TEST_F(DialogTest, NothingReachesTheWindowBelow)
{
    QSignalSpy clicked(&below, &Button::clicked);
    dialog->open();
    EXPECT_EQ(window.childAt(below.geometry().center()), dialog);
    QTest::mouseClick(
        window.childAt(below.geometry().center()), Qt::LeftButton, {}, below.geometry().center());
    EXPECT_EQ(clicked.count(), 0);
    EXPECT_TRUE(dialog->isVisible());
}

TEST_F(DialogTest, CoversTheWindowWhateverItsSize)
{
    dialog->body()->addWidget(new WrapLabel(QStringLiteral("Long text. ").repeated(200)));
    dialog->open();
    for (const QSize size : {QSize(500, 300), QSize(1400, 900)}) {
        window.resize(size);
        EXPECT_EQ(dialog->geometry(), window.rect());
        EXPECT_TRUE(window.rect().contains(confirm->parentWidget()->geometry()));
    }
}
