#include "ui/gallery/GalleryPages.h"
#include "ui/gallery/Section.h"
#include "ui/widgets/Meter.h"
#include "ui/widgets/ProgressBar.h"
#include "ui/widgets/ScrollPage.h"
#include "ui/widgets/Skeleton.h"
#include "ui/widgets/Sparkline.h"
#include "ui/widgets/Spinner.h"

#include <cmath>

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::ui::gallery {

namespace {

QWidget *makeBar(const Progress &progress)
{
    auto *bar = new ProgressBar(u"Progress"_s);
    bar->setProgress(progress);
    return bar;
}

QWidget *makeMeter()
{
    auto *meter = new Meter(u"7 of 10 used"_s);
    meter->setParts({{5, &Colors::accentStroke}, {1, &Colors::successSolid}, {1, &Colors::warningSolid}}, 10);
    return meter;
}

QWidget *makeLine(double wobble)
{
    QList<double> points;
    for (int i = 0; i < 60; ++i)
        points << 1 - std::exp(-i / 14.0) + wobble * std::sin(i * 1.7);
    auto *line = new Sparkline(u"A curve"_s);
    line->setPoints(points);
    return line;
}

} // namespace

QWidget *makeProgressPage()
{
    auto *page = new ScrollPage;
    QHBoxLayout *bars = addSection(*page, u"Bars"_s, 16);
    for (const Progress &progress : {Progress{0.62, Tone::Accent, true}, Progress{0.34, Tone::Danger, false},
             Progress{1, Tone::Success, false}, Progress{0.4, Tone::Neutral, false},
             Progress{0.01, Tone::Accent, false}, Progress{}})
        bars->addWidget(makeBar(progress), 1);
    QHBoxLayout *meters = addSection(*page, u"Meter, spinners"_s, 16);
    meters->addWidget(makeMeter(), 1);
    for (const int px : {14, 16, 20, 28})
        meters->addWidget(new Spinner(px));
    QHBoxLayout *lines = addSection(*page, u"Sparklines"_s, 16);
    for (const double wobble : {0.02, 0.08, 0.3})
        lines->addWidget(makeLine(wobble), 1);
    auto *skeleton = new Skeleton(44);
    skeleton->setFixedHeight(176);
    addWide(*page, u"Loading"_s, skeleton);
    page->column()->addStretch(1);
    return page;
}

} // namespace atelier::ui::gallery
