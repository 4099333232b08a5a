#include "tests/ui/support/Application.h"
#include "ui/gallery/GalleryPages.h"
#include "ui/gallery/GalleryWindow.h"

#include <gtest/gtest.h>

#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QLabel>

#include <memory>

using namespace atelier::ui;

namespace {

/// Viewports, and the edits within other fields, stand for what they are part of.
bool isPartOfAnother(const QWidget &widget)
{
    if (qobject_cast<const QAbstractSpinBox *>(widget.parentWidget()) != nullptr)
        return true;
    const auto *area = qobject_cast<const QAbstractScrollArea *>(widget.parentWidget());
    return area != nullptr && area->viewport() == &widget;
}

/// The pages together have every widget there is.
class Gallery : public testing::TestWithParam<int>
{
protected:
    Gallery() { page->resize(1100, 700); }

    void show()
    {
        page->show();
        QCoreApplication::processEvents();
    }

    const gallery::Page described = gallery::pages()[GetParam()];
    std::unique_ptr<QWidget> page{described.make()};
};

} // namespace

TEST_P(Gallery, WhateverTakesTheFocusHasAName)
{
    show();
    const auto widgets = page->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if ((widget->focusPolicy() & Qt::TabFocus) == 0 || isPartOfAnother(*widget) || !widget->isVisible())
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        EXPECT_FALSE(face->text(QAccessible::Name).isEmpty()) << widget->metaObject()->className();
    }
}

TEST_P(Gallery, IsPaintedInEveryThemeAndAtEveryTextSize)
{
    show();
    for (const Scheme scheme :
        {Scheme::Light, Scheme::Dark, Scheme::HighContrast, Scheme::HighContrastLight}) {
        test::theme().setScheme(scheme);
        EXPECT_FALSE(page->grab().isNull());
    }
    for (const double scale : {0.9, 1.3, 1.5}) {
        test::theme().setTextScale(scale);
        QCoreApplication::processEvents();
        EXPECT_FALSE(page->grab().isNull());
    }
}

TEST_P(Gallery, NoTextIsCutOffBelowAt130PerCent)
{
    show();
    test::theme().setTextScale(1.3);
    // Each level of layouts asks the one above it in a round of its own.
    for (int round = 0; round < 8; ++round)
        QCoreApplication::processEvents();
    const auto labels = page->findChildren<QLabel *>();
    for (QLabel *label : labels) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        EXPECT_GE(label->height(), label->fontMetrics().height()) << label->text().toStdString();
    }
}

TEST_P(Gallery, IsLaidOutFromRightToLeftToo)
{
    QApplication::setLayoutDirection(Qt::RightToLeft);
    const std::unique_ptr<QWidget> mirrored{described.make()};
    mirrored->resize(1100, 700);
    mirrored->show();
    QCoreApplication::processEvents();
    EXPECT_FALSE(mirrored->grab().isNull());
}

INSTANTIATE_TEST_SUITE_P(Pages, Gallery, testing::Range(0, static_cast<int>(gallery::pages().size())),
    [](const auto &page) { return gallery::pages()[page.param].name.toStdString(); });

TEST(GalleryWindow, KnowsItsPagesByName)
{
    gallery::GalleryWindow window(test::theme());
    EXPECT_TRUE(window.showPage(QStringLiteral("table")));
    EXPECT_FALSE(window.showPage(QStringLiteral("nothing")));
}
