#include "ui/settings/SettingsCard.h"

#include "ui/settings/Setting.h"
#include "ui/widgets/Divider.h"
#include "ui/widgets/Layouts.h"

namespace atelier::ui {

SettingsCard::SettingsCard(QWidget *parent)
    : Card(parent)
    , m_column(makeColumn(this, 0, {1, 1, 1, 1}))
{
}

void SettingsCard::add(Setting *setting)
{
    if (!m_column->isEmpty()) {
        auto *line = makeRow(nullptr, 0, {16, 0, 16, 0});
        line->addWidget(new Divider(Qt::Horizontal, this));
        m_column->addLayout(line);
    }
    m_column->addWidget(setting);
}

} // namespace atelier::ui
