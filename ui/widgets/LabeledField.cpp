#include "ui/widgets/LabeledField.h"

#include "ui/theme/ControlLook.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/WrapLabel.h"

namespace atelier::ui {

namespace {

constexpr int labelGap = 5;

} // namespace

LabeledField::LabeledField(
    const QString &label, QWidget *field, const QString &help, Need need, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_errorIcon(new IconLabel(u"error_circle", &Colors::dangerText, 14))
    , m_note(new WrapLabel(help, TextStyle::Caption, &Colors::text3))
    , m_help(help)
{
    QVBoxLayout *column = makeColumn(this, labelGap);
    QHBoxLayout *head = makeRow(nullptr, 3);
    auto *name = new TextLabel(label, TextStyle::BodyMedium);
    name->setBuddy(field);
    head->addWidget(name);
    if (need == Need::Required) {
        head->addWidget(new TextLabel(QStringLiteral("*"), TextStyle::BodyMedium, &Colors::dangerText));
        field->setAccessibleName(tr("%1, required", "name of a field").arg(label));
    } else {
        field->setAccessibleName(label);
    }
    head->addStretch();
    column->addLayout(head);
    column->addWidget(field);
    QHBoxLayout *note = makeRow(nullptr, labelGap);
    note->addWidget(m_errorIcon, 0, Qt::AlignTop);
    note->addWidget(m_note, 1);
    column->addLayout(note);
    setFocusProxy(field);
    showNote();
}

void LabeledField::setError(const QString &error)
{
    m_error = error;
    setInvalid(*m_field, hasError());
    showNote();
}

void LabeledField::showNote()
{
    const QString &text = hasError() ? m_error : m_help;
    m_note->setText(text);
    m_note->setColor(hasError() ? &Colors::dangerText : &Colors::text3);
    m_note->setVisible(!text.isEmpty());
    m_errorIcon->setVisible(hasError());
    m_field->setAccessibleDescription(text);
}

} // namespace atelier::ui
