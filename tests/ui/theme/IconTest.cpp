#include "ui/theme/Icon.h"

#include "tests/ui/support/Application.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QImage>
#include <QPainter>

using namespace atelier::ui;

namespace {

QImage rendered(const QIcon &icon, QIcon::Mode mode = QIcon::Normal, QIcon::State state = QIcon::Off)
{
    return icon.pixmap(QSize(20, 20), 1.0, mode, state).toImage().convertToFormat(QImage::Format_ARGB32);
}

/// The colour of the pixel that is covered most.
QColor ink(const QImage &image)
{
    QColor strongest(0, 0, 0, 0);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (const QColor pixel = image.pixelColor(x, y); pixel.alpha() > strongest.alpha())
                strongest = pixel;
    return strongest;
}

qint64 coverage(const QImage &image)
{
    qint64 sum = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            sum += image.pixelColor(x, y).alpha();
    return sum;
}

} // namespace

TEST(Icon, EveryNameOfTheListIsBuiltIn)
{
    QFile list(QStringLiteral(ATELIER_SOURCE_DIR "/ui/theme/icons.txt"));
    ASSERT_TRUE(list.open(QIODevice::ReadOnly));
    const QStringList names = QString::fromUtf8(list.readAll()).split(u'\n', Qt::SkipEmptyParts);
    EXPECT_GT(names.size(), 100);
    for (const QString &name : names)
        EXPECT_TRUE(hasIcon(name)) << name.toStdString();
}

TEST(Icon, ANameThatIsNotInTheListIsFound)
{
    EXPECT_FALSE(hasIcon(u"beakers"));
}

TEST(Icon, TakesItsColorWhenItIsPaintedAndNotWhenItIsMade)
{
    const QIcon beaker = icon(u"beaker");
    const QColor light = ink(rendered(beaker));
    EXPECT_EQ(light.rgb(), colors().text2.rgb());
    test::theme().setScheme(Scheme::Dark);
    EXPECT_NE(colors().text2.rgb(), light.rgb());
    EXPECT_EQ(ink(rendered(beaker)).rgb(), colors().text2.rgb());
}

TEST(Icon, IsMutedWhenDisabledAndFilledWhenOn)
{
    const QIcon beaker = icon(u"beaker");
    EXPECT_EQ(ink(rendered(beaker, QIcon::Disabled)).rgb(), colors().disabled.rgb());
    const QImage on = rendered(beaker, QIcon::Normal, QIcon::On);
    EXPECT_EQ(ink(on).rgb(), colors().accentText.rgb());
    EXPECT_GT(coverage(on), coverage(rendered(beaker)) * 5 / 4);
}

TEST(Icon, KeepsATintOfItsOwn)
{
    const QIcon beaker = icon(u"beaker", &Colors::dangerText);
    for (const QIcon::Mode mode : {QIcon::Normal, QIcon::Active})
        EXPECT_EQ(ink(rendered(beaker, mode, QIcon::On)).rgb(), colors().dangerText.rgb());
}

TEST(Icon, IsDrawnForTheDensityOfTheScreen)
{
    QPixmap canvas(40, 40);
    canvas.setDevicePixelRatio(2);
    canvas.fill(Qt::transparent);
    QPainter painter(&canvas);
    paintIcon(painter, u"stop", QRectF(0, 0, 20, 20), colors().text);
    painter.end();
    const QImage twice = canvas.toImage();
    // Drawn once at 20 px and blown up, rows would come in equal pairs.
    bool differs = false;
    for (int y = 0; y + 1 < twice.height() && !differs; y += 2)
        for (int x = 0; x < twice.width() && !differs; ++x)
            differs = twice.pixel(x, y) != twice.pixel(x, y + 1);
    EXPECT_TRUE(differs);
}
