#include "ui/settings/SampleCard.h"

#include "ui/theme/Draw.h"
#include "ui/widgets/IconTile.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/ProgressBar.h"
#include "ui/widgets/Sparkline.h"
#include "ui/widgets/TextLabel.h"

#include <QPainter>

#include <cmath>

namespace atelier::ui {

namespace {

class Well : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        drawBox(painter, rect(), controlRadius, colors().sunken, colors().strokeSubtle);
    }
};

QList<double> risingCurve()
{
    constexpr int points = 40;
    constexpr double steepness = 8;
    QList<double> curve;
    for (int i = 0; i < points; ++i)
        curve << 1 - std::exp(-steepness * i / points);
    return curve;
}

QLayout *pillRow(QWidget *card, std::initializer_list<JobStatus> states)
{
    auto *row = makeRow(nullptr, 6);
    for (const JobStatus state : states)
        row->addWidget(new Pill(stateLook(state), card));
    row->addStretch();
    return row;
}

} // namespace

SampleCard::SampleCard(QWidget *parent)
    : Card(parent)
{
    setObjectName(QStringLiteral("sample"));
    setAccessibleName(tr("Sample"));
    auto *column = makeColumn(this, 10, {16, 14, 16, 16});
    column->addWidget(new TextLabel(tr("Sample"), TextStyle::BodyStrong, &Colors::text, this));
    auto *head = makeRow(nullptr, 10);
    head->addWidget(new IconTile(u"flow", Tone::Accent, 28, this));
    auto *words = makeColumn(nullptr, 0);
    words->addWidget(new TextLabel(tr("A pipeline"), TextStyle::BodyMedium, &Colors::text, this));
    words->addWidget(new TextLabel(tr("Its steps run"), TextStyle::Caption, &Colors::text3, this));
    head->addLayout(words, 1);
    column->addLayout(head);
    column->addLayout(pillRow(this, {JobStatus::Running, JobStatus::Completed}));
    column->addLayout(pillRow(this, {JobStatus::Failed, JobStatus::Queued}));
    auto *bar = new ProgressBar(tr("A progress bar"), this);
    bar->setProgress({0.6, Tone::Accent, true});
    column->addWidget(bar);
    auto *line = new Sparkline(tr("A curve"), this);
    line->setPoints(risingCurve());
    line->setFixedHeight(56);
    column->addWidget(line);
    column->addWidget(makeLog());
}

QWidget *SampleCard::makeLog()
{
    auto *well = new Well(this);
    auto *lines = makeColumn(well, 3, {12, 9, 12, 9});
    const auto add = [&](ColorRole color, const QString &level, const QString &text) {
        auto *row = makeRow(nullptr, 8);
        row->addWidget(new TextLabel(level, TextStyle::Code, color, well));
        row->addWidget(new TextLabel(text, TextStyle::Code, &Colors::text, well), 1);
        lines->addLayout(row);
    };
    // Levels as programs write them, in every language.
    add(&Colors::infoText, QStringLiteral("INFO"), tr("it goes on"));
    add(&Colors::warningText, QStringLiteral("WARN"), tr("look at this"));
    add(&Colors::dangerText, QStringLiteral("ERROR"), tr("it ended"));
    return well;
}

} // namespace atelier::ui
