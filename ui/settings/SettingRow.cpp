#include "ui/settings/SettingRow.h"

#include "ui/widgets/Layouts.h"
#include "ui/widgets/WrapLabel.h"

namespace atelier::ui {

SettingRow::SettingRow(const QString &title, const QString &description, QWidget *control, QWidget *parent)
    : Setting(title + u' ' + description, parent)
    , m_description(new WrapLabel(description, TextStyle::Caption, &Colors::text3, 0, this))
{
    auto *row = makeRow(this, 24, {16, 11, 16, 11});
    auto *words = makeColumn(nullptr, 1);
    words->addStretch();
    words->addWidget(new WrapLabel(title, TextStyle::BodyMedium, &Colors::text, 0, this));
    words->addWidget(m_description);
    words->addStretch();
    row->addLayout(words, 1);
    m_description->setVisible(!description.isEmpty());
    if (control == nullptr)
        return;
    row->addWidget(control, 0, Qt::AlignVCenter);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(title);
    if (control->accessibleDescription().isEmpty())
        control->setAccessibleDescription(description);
}

void SettingRow::setDescription(const QString &description)
{
    m_description->setText(description);
    m_description->setVisible(!description.isEmpty());
    addWords(description);
}

} // namespace atelier::ui
