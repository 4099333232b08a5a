#include "ui/jobs/MetricCard.h"

#include "ui/text/Format.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Sparkline.h"

#include <cmath>

namespace atelier::ui {

MetricCard::MetricCard(const QString &key, QWidget *parent)
    : Card(parent)
    , m_number(new TextLabel(noFigure(), TextStyle::Title, &Colors::text, this))
    , m_delta(new ElidedLabel({}, TextStyle::Caption, &Colors::text2, this))
    , m_line(new Sparkline(tr("How %1 went").arg(key), this))
{
    auto *column = makeColumn(this, 0, {14, 10, 14, 10});
    column->addWidget(new ElidedLabel(key, TextStyle::Caption, &Colors::text2, this));
    column->addWidget(m_number);
    column->addWidget(m_delta);
    column->addSpacing(4);
    m_line->setFixedHeight(30);
    column->addWidget(m_line);
    m_delta->hide();
    m_line->hide();
    column->addStretch();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred); // those of a row are of one height
}

void MetricCard::setValue(double value)
{
    m_value = value;
    m_number->setText(metricText(value));
    showDelta();
}

void MetricCard::setBest(std::optional<double> best, MetricGoal goal)
{
    m_best = best;
    m_goal = goal;
    showDelta();
}

void MetricCard::setPoints(const QList<double> &points)
{
    m_line->setPoints(points);
    m_line->setVisible(points.size() > 1);
}

void MetricCard::showDelta()
{
    m_delta->setVisible(m_best && m_value && std::isfinite(*m_value));
    if (!m_delta->isVisibleTo(this))
        return;
    // The arrow is the number's direction, the colour says whether that is good: a smaller loss is a green
    // arrow down.
    const double difference = *m_value - *m_best;
    if (difference == 0) {
        m_delta->setText(tr("same as the best"));
        m_delta->setColor(&Colors::text2);
        return;
    }
    m_delta->setText(
        (difference > 0 ? tr("↑ %1 vs best") : tr("↓ %1 vs best")).arg(metricText(std::abs(difference))));
    m_delta->setColor(isBetter(m_goal, *m_value, *m_best) ? &Colors::successText : &Colors::dangerText);
}

} // namespace atelier::ui
