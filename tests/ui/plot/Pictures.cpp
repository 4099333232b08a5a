// Writes pictures of charts in every theme and scale, to be looked at.
#include "tests/ui/plot/Samples.h"
#include "tests/ui/plot/Screen.h"
#include "ui/plot/PlotCard.h"
#include "ui/theme/Colors.h"

#include <QGridLayout>
#include <QPainter>
#include <QSignalSpy>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>

using namespace atelier;
using test::Training;
using ui::PlotCard;

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

class Page : public QWidget
{
protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter(this).fillRect(rect(), ui::colors().canvas);
    }
};

void addRun(PlotCard &card, int number, const Training &training)
{
    const int line = card.plot().addSeries(
        QStringLiteral("run %1").arg(number, 2, 10, QLatin1Char('0')), card.plot().seriesCount());
    card.plot().append(line, test::pointsOf(training));
}

void fillAccuracy(PlotCard &card)
{
    addRun(card, 7, {0.2, 0.90, 6, 0.012, 6000, 6000, 1});
    addRun(card, 6, {0.2, 0.87, 7, 0.014, 6000, 6000, 2});
    addRun(card, 5, {0.2, 0.95, 4, 0.012, 6000, 6000, 3});
    addRun(card, 4, {0.2, 0.92, 2, 0.012, 6000, 6000, 4});
    addRun(card, 9, {0.2, 0.55, 3, 0.02, 6000, 1900, 5});
    card.plot().setSmoothing(0.88);
}

void fillLoss(PlotCard &card)
{
    addRun(card, 7, {4, 0.29, 6, 0.05, 6000, 4300, 1});
    addRun(card, 6, {4, 0.25, 8, 0.05, 6000, 6000, 2});
    addRun(card, 5, {4, 0.35, 5, 0.05, 6000, 6000, 3});
    addRun(card, 4, {4, 0.7, 3, 0.09, 6000, 6000, 4});
    card.plot().setSmoothing(0.88);
}

void fillUtilisation(PlotCard &card)
{
    for (int run = 0; run < 4; ++run) {
        std::vector<series::Point> points
            = test::pointsOf({75, 75, 1, 9, 6000, 6000, static_cast<unsigned>(run)});
        for (series::Point &point : points) {
            const double phase = static_cast<double>(point.step % 1200) / 1200;
            const double shape
                = 10 * std::sin(static_cast<double>(point.step) / 220.0 + run) - (phase < 0.03 ? 60 : 0);
            point.value = std::clamp(point.value + shape, 0.0, 100.0);
        }
        const int line = card.plot().addSeries(QStringLiteral("run %1").arg(run), run);
        card.plot().append(line, points);
    }
    card.plot().setSmoothing(0.95);
}

void fillLeftOut(PlotCard &card)
{
    std::vector<double> values;
    for (int i = 0; i < 400; ++i)
        values.push_back(std::exp(-i / 60.0) + 0.002 - (i % 90 == 89 ? 1 : 0));
    for (int i = 120; i < 140; ++i)
        values[static_cast<std::size_t>(i)] = nan;
    values[200] = infinity;
    values[260] = -infinity;
    card.plot().append(card.plot().addSeries(QStringLiteral("gradient"), 0), test::pointsWith(values));
    card.plot().setScale(ui::PlotScale::Logarithmic);
}

void fillDashes(PlotCard &card)
{
    for (int i = 0; i < 9; ++i)
        card.plot().append(
            card.plot().addSeries(QStringLiteral("series %1").arg(i + 10), i + 8 + (i > 5 ? 12 : 0)),
            test::pointsOf({0.1 * i, 1 + 0.1 * i, 3, 0.004, 300, 300, static_cast<unsigned>(i)}));
    card.plot().setAxis(series::XAxis::WallTime);
}

void fillPoint(PlotCard &card)
{
    card.plot().append(card.plot().addSeries(QStringLiteral("evaluation"), 0), test::pointsWith({0.8123}));
}

void fillEpochs(PlotCard &card)
{
    card.plot().append(card.plot().addSeries(QStringLiteral("fold 1"), 0),
        test::pointsWith({0.61, 0.72, 0.79, 0.81, 0.83, 0.828}));
    card.plot().append(card.plot().addSeries(QStringLiteral("fold 2"), 1),
        test::pointsWith({0.58, 0.7, nan, 0.8, nan, 0.84}));
    card.plot().setAxis(series::XAxis::RelativeTime);
}

struct Sample
{
    QString metric;
    void (*fill)(PlotCard &card);
};

const std::vector<Sample> samples{
    {QStringLiteral("val/accuracy"), fillAccuracy},
    {QStringLiteral("train/loss"), fillLoss},
    {QStringLiteral("gpu/utilisation"), fillUtilisation},
    {QStringLiteral("gradient norm"), fillLeftOut},
    {QStringLiteral("nine series over the time of the day"), fillDashes},
    {QStringLiteral("evaluation/f1"), fillPoint},
    {QStringLiteral("fold/accuracy"), fillEpochs},
    {QStringLiteral("מדד/דיוק 🚀 ") + QString(250, QLatin1Char('x')), [](PlotCard &) {}},
};

void draw(ui::RasterThread &raster, const QString &file, Qt::LayoutDirection direction)
{
    QApplication::setLayoutDirection(direction);
    Page page;
    auto *grid = new QGridLayout(&page);
    std::vector<PlotCard *> cards;
    for (const Sample &sample : samples) {
        auto *card = new PlotCard(raster, sample.metric);
        sample.fill(*card);
        grid->addWidget(card, static_cast<int>(cards.size() / 2), static_cast<int>(cards.size() % 2));
        cards.push_back(card);
    }
    page.resize(950, 1000);
    page.show();
    for (PlotCard *card : cards)
        if (!test::waitForPicture(card->plot()))
            std::abort();
    QApplication::sendPostedEvents();
    cards[0]->plot().showCrosshair(3120);
    cards[4]->plot().showCrosshair(1'700'049'600.0 + 40);
    QSignalSpy exported(&cards[0]->plot(), &ui::MetricPlot::exported);
    const QString sheet = QString(file).replace(QStringLiteral("plots-"), QStringLiteral("export-"));
    cards[0]->plot().exportTo({samples[0].metric, ui::PlotFormat::Png, sheet.toStdString()});
    if (!exported.wait())
        std::abort();
    page.grab().save(file);
    std::printf("%s\n", qPrintable(file));
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2) {
        std::fprintf(stderr, "usage: plot_pictures FOLDER\n");
        return 1;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    const QString scale = QString::fromLocal8Bit(qgetenv("QT_SCALE_FACTOR"));
    test::Screen screen(argc, argv);
    ui::RasterThread raster;
    const auto name = [&](const char *theme) {
        return folder
            + QStringLiteral("/plots-%1-%2x.png")
                  .arg(QLatin1String(theme), scale.isEmpty() ? QStringLiteral("1") : scale);
    };
    draw(raster, name("dark"), Qt::LeftToRight);
    screen.theme().setScheme(ui::Scheme::Light);
    draw(raster, name("light"), Qt::LeftToRight);
    draw(raster, name("light-rtl"), Qt::RightToLeft);
    return 0;
}
