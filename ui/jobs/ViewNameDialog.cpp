#include "ui/jobs/ViewNameDialog.h"

#include "ui/widgets/Button.h"
#include "ui/widgets/LabeledField.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace atelier::ui {

namespace {

constexpr int dialogWidth = 420;
constexpr int longestName = 48; // in characters: a chip has to hold it

} // namespace

ViewNameDialog::ViewNameDialog(
    QWidget &window, const QString &title, const QString &verb, const QString &name)
    : Dialog(window, title, dialogWidth)
    , m_name(new QLineEdit(name, this))
{
    setObjectName(QStringLiteral("viewNameDialog"));
    m_name->setObjectName(QStringLiteral("viewName"));
    m_name->setMaxLength(longestName);
    body()->addWidget(new LabeledField(tr("Name"), m_name,
        tr("Filter, grouping, order and columns are kept under it, for everybody who opens this workspace."),
        LabeledField::Need::Required, this));
    auto *cancel = new Button(tr("Cancel"), ButtonKind::Default, {}, ControlSize::Normal, this);
    auto *keep = new Button(verb, ButtonKind::Primary, {}, ControlSize::Normal, this);
    keep->setObjectName(QStringLiteral("viewKeep"));
    addButton(cancel);
    addButton(keep);
    const auto follow = [this, keep] { keep->setEnabled(!m_name->text().trimmed().isEmpty()); };
    follow();
    connect(m_name, &QLineEdit::textChanged, keep, follow);
    connect(m_name, &QLineEdit::returnPressed, keep, &Button::click);
    connect(cancel, &Button::clicked, this, &ViewNameDialog::reject);
    connect(keep, &Button::clicked, this, [this] {
        Q_EMIT named(m_name->text().trimmed());
        accept();
    });
    setFirstFocus(m_name);
}

} // namespace atelier::ui
