#include "ui/gallery/GalleryPages.h"
#include "ui/gallery/Section.h"
#include "ui/widgets/CodeBlock.h"
#include "ui/widgets/ScrollPage.h"
#include "ui/widgets/TextLabel.h"

#include <QPainter>

#include <array>

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::ui::gallery {

namespace {

class Swatches : public QWidget
{
public:
    Swatches() { setFixedHeight(40); }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        const auto &chart = colors().chart;
        for (std::size_t i = 0; i < chart.size(); ++i)
            painter.fillRect(QRect(static_cast<int>(i) * 48, 0, 40, 40), chart[i]);
    }
};

} // namespace

QWidget *makeTypePage()
{
    struct Sample
    {
        TextStyle style;
        QString name;
    };
    const std::array<Sample, 12> ramp{{
        {TextStyle::Display, u"Display"_s},
        {TextStyle::Metric, u"Metric"_s},
        {TextStyle::Title, u"Title"_s},
        {TextStyle::Subtitle, u"Subtitle"_s},
        {TextStyle::BodyStrong, u"Body strong"_s},
        {TextStyle::BodyMedium, u"Body medium"_s},
        {TextStyle::Body, u"Body"_s},
        {TextStyle::CaptionStrong, u"Caption strong"_s},
        {TextStyle::Caption, u"Caption"_s},
        {TextStyle::MicroStrong, u"Micro strong"_s},
        {TextStyle::Micro, u"Micro"_s},
        {TextStyle::Code, u"Code"_s},
    }};
    auto *page = new ScrollPage;
    for (const Sample &sample : ramp)
        page->column()->addWidget(
            new TextLabel(sample.name + u"  0123456789  1:11.80  Il1 O0 \u2212 \u2192 \u00d7 \u03b1 \u0416"_s,
                sample.style));
    addWide(*page, u"Chart colours"_s, new Swatches);
    auto *code = new CodeBlock(u"The command of a job"_s);
    code->setLines({u"python3 train.py \\"_s,
        u"    --data ${{inputs.data}} --rate 0.1 --trees 400 --out ${{outputs.model}} --seed 7 --verbose --folds 5"_s});
    addWide(*page, u"Code"_s, code);
    page->column()->addStretch(1);
    return page;
}

} // namespace atelier::ui::gallery
