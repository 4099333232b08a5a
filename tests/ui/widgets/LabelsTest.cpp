#include "tests/ui/support/Application.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/WrapLabel.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QTest>

using namespace atelier::ui;

namespace {

const QString longText
    = QStringLiteral("Trains three classifiers on the data and keeps the best by AUC. Doubled the "
                     "trees after the last run, which took twice as long and gained nothing.");

int linesOf(const WrapLabel &label)
{
    return label.height() / label.fontMetrics().height();
}

} // namespace

TEST(TextLabel, FollowsThemeAndTextScale)
{
    TextLabel label(QStringLiteral("Queued"), TextStyle::Caption, &Colors::text3);
    EXPECT_EQ(label.palette().color(QPalette::WindowText), colors().text3);
    test::theme().setScheme(Scheme::Dark);
    EXPECT_EQ(label.palette().color(QPalette::WindowText), colors().text3);
    test::theme().setTextScale(1.5);
    EXPECT_EQ(label.font().pixelSize(), 18);
}

TEST(TextLabel, ShowsTextAsItIs)
{
    TextLabel label(QStringLiteral("<b>bold</b>"));
    const TextLabel plain(QStringLiteral("bold"));
    EXPECT_GT(label.sizeHint().width(), plain.sizeHint().width());
}

TEST(TextLabel, TakesAsMuchRoomAsAPlainLabelWouldAlsoAfterAChange)
{
    TextLabel label(QStringLiteral("Queued"), TextStyle::Caption);
    QLabel plain;
    plain.setTextFormat(Qt::PlainText);
    const auto expectEqual = [&] {
        plain.setText(label.text());
        plain.setFont(label.font());
        plain.setContentsMargins(label.contentsMargins());
        EXPECT_EQ(label.sizeHint(), plain.sizeHint());
        EXPECT_EQ(label.minimumSizeHint(), plain.minimumSizeHint());
    };
    expectEqual();
    label.setText(QStringLiteral("Two\nlines\tand a tab"));
    expectEqual();
    label.setTextStyle(TextStyle::Title);
    expectEqual();
    label.setContentsMargins(1, 2, 3, 4);
    expectEqual();
    label.setText({});
    expectEqual();
}

TEST(WrapLabel, KnowsItsHeightForAnyWidthInWhicheverOrderItIsAsked)
{
    const WrapLabel label(longText);
    QLabel plain(longText);
    plain.setTextFormat(Qt::PlainText);
    plain.setWordWrap(true);
    plain.setFont(label.font());
    for (int i = 0; i < 300; ++i) {
        const int width = 60 + i * 7919 % 700;
        ASSERT_EQ(label.heightForWidth(width), plain.heightForWidth(width)) << width;
    }
}

TEST(WrapLabel, IsAsHighAsItsLinesEvenWhenItIsAligned)
{
    QWidget window;
    QVBoxLayout *column = makeColumn(&window, 0);
    auto *label = new WrapLabel(longText, TextStyle::Body, &Colors::text, 240);
    column->addWidget(label, 0, Qt::AlignHCenter);
    column->addStretch(1);
    window.resize(700, 400);
    window.show();
    QCoreApplication::processEvents();
    EXPECT_LE(label->width(), 240);
    EXPECT_GE(label->height(), label->heightForWidth(label->width()));
    EXPECT_GE(linesOf(*label), 4);
}

TEST(WrapLabel, GrowsWhenItsTextDoesAndShrinksAgain)
{
    QWidget window;
    QVBoxLayout *column = makeColumn(&window, 0);
    auto *label = new WrapLabel(QStringLiteral("Short."));
    column->addWidget(label);
    column->addStretch(1);
    window.resize(300, 400);
    window.show();
    QCoreApplication::processEvents();
    EXPECT_EQ(linesOf(*label), 1);
    label->setText(longText);
    QCoreApplication::processEvents();
    EXPECT_GE(linesOf(*label), 3);
    label->setText(QStringLiteral("Short."));
    QCoreApplication::processEvents();
    EXPECT_EQ(linesOf(*label), 1);
}

TEST(ElidedLabel, GivesWayAndShowsTheWholeTextWhenAsked)
{
    ElidedLabel label(longText);
    EXPECT_LT(label.minimumSizeHint().width(), 60);
    EXPECT_GT(label.sizeHint().width(), 600);
}

TEST(Layouts, MarginsAreStartAndEnd)
{
    EXPECT_EQ(startEnd({1, 2, 3, 4}), QMargins(1, 2, 3, 4));
    QApplication::setLayoutDirection(Qt::RightToLeft);
    EXPECT_EQ(startEnd({1, 2, 3, 4}), QMargins(3, 2, 1, 4));
}
