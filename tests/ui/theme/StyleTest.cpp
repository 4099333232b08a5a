#include "tests/ui/support/Windows.h"
#include "ui/theme/Colors.h"
#include "ui/theme/ControlLook.h"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSlider>
#include <QSpinBox>
#include <QStyleOptionHeader>
#include <QTest>

using namespace atelier::ui;
using test::pixel;

TEST(Style, ControlsInARowAreOfOneHeight)
{
    QPushButton button(QStringLiteral("Run"));
    QLineEdit edit;
    QComboBox combo;
    QSpinBox spin;
    for (QWidget *control : {static_cast<QWidget *>(&button), static_cast<QWidget *>(&edit),
             static_cast<QWidget *>(&combo), static_cast<QWidget *>(&spin)}) {
        EXPECT_EQ(control->sizeHint().height(), 32) << control->metaObject()->className();
        setControlSize(*control, ControlSize::Small);
        EXPECT_EQ(control->sizeHint().height(), 26) << control->metaObject()->className();
    }
}

TEST(Style, TheKindOfAButtonIsItsColor)
{
    QPushButton button;
    button.resize(60, 32);
    setButtonKind(button, ButtonKind::Primary);
    EXPECT_EQ(pixel(button, {30, 16}).rgb(), colors().accent.rgb());
    setButtonKind(button, ButtonKind::Danger);
    EXPECT_EQ(pixel(button, {30, 16}).rgb(), colors().dangerSolid.rgb());
    setButtonKind(button, ButtonKind::Default);
    EXPECT_EQ(pixel(button, {30, 16}).rgb(), colors().raised.rgb());
}

TEST(Style, AHairlineIsOneSharpPixel)
{
    QLineEdit edit;
    edit.resize(120, 32);
    EXPECT_EQ(pixel(edit, {60, 0}).rgb(), colors().stroke.rgb());
    EXPECT_EQ(pixel(edit, {60, 1}).rgb(), colors().field.rgb());
}

TEST(Style, AnInvalidFieldHasABorderInTheColorOfDanger)
{
    QLineEdit edit;
    edit.resize(120, 32);
    setInvalid(edit, true);
    EXPECT_EQ(pixel(edit, {60, 0}).rgb(), colors().dangerText.rgb());
}

TEST(Style, TheFocusRingIsForTheKeyboardAlone)
{
    QWidget window;
    QPushButton first(&window);
    QPushButton second(&window);
    window.resize(200, 40);
    first.setGeometry(0, 0, 60, 32);
    second.setGeometry(70, 0, 60, 32);
    test::showActive(window);
    QTest::mouseClick(&first, Qt::LeftButton);
    EXPECT_NE(pixel(first, {30, 0}).rgb(), colors().strokeFocus.rgb());
    QTest::keyClick(&first, Qt::Key_Tab);
    ASSERT_TRUE(second.hasFocus());
    EXPECT_EQ(pixel(second, {30, 0}).rgb(), colors().strokeFocus.rgb());
}

TEST(Style, FocusIsSeenOnAFilledButtonToo)
{
    QWidget window;
    window.resize(200, 40);
    QPushButton first(&window);
    QPushButton primary(&window);
    first.setGeometry(0, 0, 60, 32);
    primary.setGeometry(70, 0, 60, 32);
    setButtonKind(primary, ButtonKind::Primary);
    test::showActive(window);
    first.setFocus();
    QTest::keyClick(&first, Qt::Key_Tab);
    ASSERT_TRUE(primary.hasFocus());
    EXPECT_EQ(pixel(primary, {30, 2}).rgb(), colors().onAccent.rgb());
}

TEST(Style, AHeaderKeepsNoRoomForASecondArrow)
{
    QHeaderView header(Qt::Horizontal);
    QStyleOptionHeader option;
    option.initFrom(&header);
    EXPECT_TRUE(header.style()->styleHint(QStyle::SH_Header_ArrowAlignment, &option, &header) & Qt::AlignTop);
}

TEST(Style, ASliderGoesWhereItIsClicked)
{
    QSlider slider(Qt::Horizontal);
    slider.setRange(0, 100);
    slider.resize(218, 24);
    slider.show();
    QTest::mouseClick(&slider, Qt::LeftButton, {}, {109, 12});
    EXPECT_NEAR(slider.value(), 50, 2);
}

TEST(Style, TheThumbOfAScrollBarIsAsLongAsWhatIsSeenOfThePage)
{
    QScrollBar bar(Qt::Vertical);
    bar.setRange(0, 300);
    bar.setPageStep(100);
    bar.resize(12, 400);
    QStyleOptionSlider option;
    option.initFrom(&bar);
    option.orientation = Qt::Vertical;
    option.minimum = 0;
    option.maximum = 300;
    option.pageStep = 100;
    option.sliderPosition = 300;
    const QRect thumb
        = bar.style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, &bar);
    EXPECT_EQ(thumb.height(), 100);
    EXPECT_EQ(thumb.bottom(), bar.rect().bottom());
}

TEST(Style, AMenuHasRoomForItsShortcut)
{
    QMenu menu;
    QAction *action = menu.addAction(QStringLiteral("A command with a rather long name"));
    const int before = menu.sizeHint().width();
    action->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+F12")));
    EXPECT_GT(menu.sizeHint().width(), before + 40);
}
