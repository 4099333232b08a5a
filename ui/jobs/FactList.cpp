#include "ui/jobs/FactList.h"

#include "ui/theme/Type.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/TextSize.h"

#include <QGridLayout>

namespace atelier::ui {

FactList::FactList(Values values, QWidget *parent)
    : QWidget(parent)
    , m_values(values)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(values == Values::Code ? 10 : 6);
    m_grid->setColumnStretch(1, 1);
}

void FactList::setFacts(QList<Fact> facts)
{
    facts.removeIf([](const Fact &fact) { return fact.value.isEmpty(); });
    if (facts == m_facts)
        return;
    m_facts = std::move(facts);
    clearLayout(*m_grid);
    const TextStyle style = m_values == Values::Code ? TextStyle::Code : TextStyle::Body;
    int row = 0;
    for (const Fact &fact : std::as_const(m_facts)) {
        auto *name = new TextLabel(fact.name, style, &Colors::text2, this);
        auto *value = new ElidedLabel(
            fact.value, style, fact.note.isEmpty() ? &Colors::text : &Colors::accentText, this);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        if (!fact.toolTip.isEmpty())
            value->setToolTip(fact.toolTip);
        followTextSize(
            *name, [this, name] { name->setMinimumWidth(scaled(m_values == Values::Code ? 120 : 80)); });
        m_grid->addWidget(name, row, 0);
        m_grid->addWidget(value, row, 1);
        if (!fact.note.isEmpty())
            m_grid->addWidget(
                new ElidedLabel(fact.note, TextStyle::Caption, &Colors::accentText, this), row, 2);
        ++row;
    }
}

} // namespace atelier::ui
