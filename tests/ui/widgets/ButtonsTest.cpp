#include "tests/ui/support/Application.h"
#include "tests/ui/support/Windows.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/CardButton.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Segmented.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/ToggleSwitch.h"

#include <gtest/gtest.h>

#include <QAccessible>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace atelier::ui;

namespace {

QAccessible::Role roleOf(QWidget &widget)
{
    return QAccessible::queryAccessibleInterface(&widget)->role();
}

} // namespace

TEST(Button, IsPressedByMouseSpaceAndReturn)
{
    Button button(QStringLiteral("Run"), ButtonKind::Primary, u"play");
    QSignalSpy clicked(&button, &Button::clicked);
    button.show();
    QTest::mouseClick(&button, Qt::LeftButton);
    QTest::keyClick(&button, Qt::Key_Space);
    QTest::keyClick(&button, Qt::Key_Return);
    EXPECT_EQ(clicked.count(), 3);
}

TEST(Button, TakesNothingAndKeepsItsWidthWhileItIsBusy)
{
    Button button(QStringLiteral("Save"));
    button.show();
    const int width = button.width();
    QSignalSpy clicked(&button, &Button::clicked);
    button.setBusy(true);
    QTest::mouseClick(&button, Qt::LeftButton);
    QTest::keyClick(&button, Qt::Key_Return);
    QTest::keyClick(&button, Qt::Key_Space);
    EXPECT_EQ(clicked.count(), 0);
    EXPECT_EQ(button.width(), width);
    EXPECT_FALSE(button.icon().isNull());
    button.setBusy(false);
    EXPECT_TRUE(button.icon().isNull());
    QTest::mouseClick(&button, Qt::LeftButton);
    EXPECT_EQ(clicked.count(), 1);
}

TEST(Button, FollowsTheTextScale)
{
    Button button(QStringLiteral("Run"));
    test::theme().setTextScale(1.5);
    EXPECT_EQ(button.font().pixelSize(), 20);
    EXPECT_EQ(button.sizeHint().height(), 48);
}

TEST(IconButton, SaysItsNameAndItsKeys)
{
    IconButton button(u"arrow_clockwise", QStringLiteral("Refresh"));
    button.setKeys(QKeySequence(Qt::Key_F5));
    EXPECT_EQ(button.accessibleName(), QStringLiteral("Refresh"));
    EXPECT_EQ(button.toolTip(), QStringLiteral("Refresh (F5)"));
    EXPECT_EQ(button.sizeHint(), QSize(32, 32));
    EXPECT_EQ(IconButton(u"dismiss", QStringLiteral("Close"), ControlSize::Small).sizeHint(), QSize(26, 26));
}

TEST(Segmented, OneChoiceHoldsAndArrowsMoveIt)
{
    Segmented segmented(QStringLiteral("Language"),
        {{QStringLiteral("CLI")}, {QStringLiteral("YAML")}, {QStringLiteral("Python")}});
    QSignalSpy changed(&segmented, &Segmented::currentChanged);
    test::showActive(segmented);
    const auto choices = segmented.findChildren<QRadioButton *>();
    ASSERT_EQ(choices.size(), 3);
    EXPECT_EQ(segmented.current(), 0);
    QTest::mouseClick(choices[1], Qt::LeftButton, {}, {2, 2});
    EXPECT_EQ(segmented.current(), 1);
    QTest::keyClick(choices[1], Qt::Key_Right);
    EXPECT_EQ(segmented.current(), 2);
    EXPECT_EQ(changed.count(), 2);
    EXPECT_EQ(roleOf(*choices[0]), QAccessible::RadioButton);
    EXPECT_EQ(choices[0]->sizeHint().height() + 4, 32);
}

TEST(ToggleSwitch, IsSwitchedAnywhereOnItAndBySpace)
{
    ToggleSwitch toggle(QStringLiteral("Wrap long lines"));
    toggle.resize(toggle.sizeHint());
    toggle.show();
    QTest::mouseClick(&toggle, Qt::LeftButton, {}, {toggle.width() - 3, 12});
    EXPECT_TRUE(toggle.isChecked());
    QTest::keyClick(&toggle, Qt::Key_Space);
    EXPECT_FALSE(toggle.isChecked());
    EXPECT_EQ(roleOf(toggle), QAccessible::CheckBox);
}

TEST(Chip, GrowsByItsCount)
{
    Chip chip(QStringLiteral("Failed"));
    const int without = chip.sizeHint().width();
    chip.setCount(3);
    EXPECT_GT(chip.sizeHint().width(), without);
    EXPECT_EQ(chip.sizeHint().height(), 26);
    chip.click();
    EXPECT_TRUE(chip.isChecked());
}

TEST(CardButton, IsAButtonForEverybody)
{
    CardButton card(QStringLiteral("From a file"));
    makeColumn(&card, 0, {16, 14, 16, 14})->addWidget(new TextLabel(QStringLiteral("From a file")));
    QSignalSpy clicked(&card, &CardButton::clicked);
    card.show();
    QTest::mouseClick(card.findChild<TextLabel *>(), Qt::LeftButton);
    QTest::keyClick(&card, Qt::Key_Return);
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&card);
    EXPECT_EQ(face->role(), QAccessible::Button);
    EXPECT_EQ(face->text(QAccessible::Name), QStringLiteral("From a file"));
    face->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    // A screen reader's press is shown for a moment before it counts.
    EXPECT_TRUE(QTest::qWaitFor([&] { return clicked.count() == 3; }, 3000));
    EXPECT_GE(card.sizeHint().height(), 28 + 16);
}
