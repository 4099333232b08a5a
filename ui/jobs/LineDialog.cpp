#include "ui/jobs/LineDialog.h"

#include "ui/widgets/Button.h"
#include "ui/widgets/LabeledField.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace atelier::ui {

namespace {

constexpr int dialogWidth = 420;

} // namespace

LineDialog::LineDialog(QWidget &window, const Question &question)
    : Dialog(window, question.title, dialogWidth)
    , m_line(new QLineEdit(question.text, this))
{
    setObjectName(QStringLiteral("lineDialog"));
    m_line->setObjectName(QStringLiteral("line"));
    m_line->setMaxLength(question.longest);
    m_line->setPlaceholderText(question.example);
    body()->addWidget(
        new LabeledField(question.label, m_line, question.help, LabeledField::Need::Required, this));
    auto *cancel = new Button(tr("Cancel"), ButtonKind::Default, {}, ControlSize::Normal, this);
    auto *take = new Button(question.verb, ButtonKind::Primary, {}, ControlSize::Normal, this);
    take->setObjectName(QStringLiteral("lineTake"));
    addButton(cancel);
    addButton(take);
    const auto follow = [this, take] { take->setEnabled(!m_line->text().trimmed().isEmpty()); };
    follow();
    connect(m_line, &QLineEdit::textChanged, take, follow);
    connect(m_line, &QLineEdit::returnPressed, take, &Button::click);
    connect(cancel, &Button::clicked, this, &LineDialog::reject);
    connect(take, &Button::clicked, this, [this] {
        Q_EMIT written(m_line->text().trimmed());
        accept();
    });
    setFirstFocus(m_line);
}

} // namespace atelier::ui
