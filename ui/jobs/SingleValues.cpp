#include "ui/jobs/SingleValues.h"

#include "ui/text/Format.h"
#include "ui/widgets/AccessibleRole.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/CardGrid.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Layouts.h"

#include <QLocale>

namespace atelier::ui {

namespace {

constexpr int cardWidth = 216;
constexpr int mostInRow = 6;

} // namespace

SingleValues::SingleValues(QWidget *parent)
    : QWidget(parent)
    , m_grid(new CardGrid(cardWidth, mostInRow, this))
{
    makeColumn(this, 0)->addWidget(m_grid);
    hide();
}

SingleValues::Single SingleValues::single(const QString &name, const series::Point &point)
{
    const QString step = QLocale().toString(static_cast<qlonglong>(point.step));
    return {name, metricText(point.value), tr("Step %1 · %2").arg(step, momentText(point.timeMs))};
}

void SingleValues::setValues(std::vector<Single> values)
{
    if (values == m_values)
        return;
    m_values = std::move(values);
    m_grid->setCards({});
    for (QWidget *card : m_cards)
        delete card;
    m_cards.clear();
    for (const Single &single : m_values)
        m_cards.push_back(makeCard(single));
    m_grid->setCards(m_cards);
    setVisible(!m_cards.empty());
}

QWidget *SingleValues::makeCard(const Single &single)
{
    auto *card = new Card(this);
    card->setObjectName(QStringLiteral("value_") + single.name);
    card->setAccessibleName(single.name);
    setAccessibleRole(*card, QAccessible::Grouping);
    auto *column = makeColumn(card, 0, {14, 10, 14, 10});
    auto *name = new ElidedLabel(single.name, TextStyle::BodyStrong, &Colors::text, card);
    name->setElideMode(Qt::ElideMiddle);
    name->setTextFormat(Qt::PlainText);
    column->addWidget(name);
    column->addSpacing(4);
    column->addWidget(new TextLabel(single.value, TextStyle::Metric, &Colors::text, card));
    column->addWidget(new ElidedLabel(single.when, TextStyle::Caption, &Colors::text2, card));
    return card;
}

} // namespace atelier::ui
