#include "ui/widgets/TitledCard.h"

#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Layouts.h"

namespace atelier::ui {

TitledCard::TitledCard(const QString &title, QWidget *parent)
    : Card(parent)
    , m_column(makeColumn(this, 10, {16, 14, 16, 14}))
    , m_head(makeRow(nullptr, 8))
{
    m_head->addWidget(new TextLabel(title, TextStyle::BodyStrong, &Colors::text, this));
    m_column->addLayout(m_head);
}

void TitledCard::addNote(const QString &note)
{
    m_head->addWidget(new ElidedLabel(note, TextStyle::Caption, &Colors::text2, this), 1);
}

} // namespace atelier::ui
