#include "ui/shell/WorkspaceWay.h"

#include "ui/widgets/Button.h"
#include "ui/widgets/FileDialogs.h"
#include "ui/widgets/IconTile.h"
#include "ui/widgets/LabeledField.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/WrapLabel.h"

#include <QLineEdit>

namespace atelier::ui {

WorkspaceWay::WorkspaceWay(const Words &words, const QString &folder, ButtonKind kind, QWidget *parent)
    : Card(parent)
    , m_folder(new QLineEdit(folder))
    , m_labeled(new LabeledField(tr("Folder"), m_folder, {}, LabeledField::Need::Optional, this))
    , m_act(new Button(words.action, kind, {}, ControlSize::Normal, this))
    , m_choose(new Button(tr("Choose…"), ButtonKind::Default, u"folder_open", ControlSize::Normal, this))
{
    auto *column = makeColumn(this, 10, {16, 14, 16, 14});
    auto *head = makeRow(nullptr, 12);
    head->addWidget(new IconTile(words.icon, Tone::Accent, 32, this), 0, Qt::AlignTop);
    auto *text = makeColumn(nullptr, 2);
    text->addWidget(new TextLabel(words.title, TextStyle::BodyStrong, &Colors::text, this));
    text->addWidget(new WrapLabel(words.text, TextStyle::Caption, &Colors::text2, 0, this));
    head->addLayout(text, 1);
    column->addLayout(head);
    column->addWidget(m_labeled);
    auto *foot = makeRow(nullptr, 8);
    foot->addWidget(m_act);
    foot->addWidget(m_choose);
    foot->addStretch();
    column->addLayout(foot);
    m_folder->setAccessibleName(tr("Folder: %1").arg(words.title));
    m_choose->setAccessibleName(words.dialog);
    connect(m_act, &Button::clicked, this, &WorkspaceWay::request);
    connect(m_folder, &QLineEdit::returnPressed, this, &WorkspaceWay::request);
    connect(m_folder, &QLineEdit::textEdited, this, [this] { setError({}); });
    connect(m_choose, &Button::clicked, this, [this, title = words.dialog] {
        chooseFolder(*this, title, m_folder->text(), [this](const QString &chosen) { setFolder(chosen); });
    });
}

void WorkspaceWay::setFolder(const QString &folder)
{
    m_folder->setText(folder);
    setError({});
}

void WorkspaceWay::setError(const QString &sentence)
{
    m_labeled->setError(sentence);
    if (!sentence.isEmpty())
        m_folder->setFocus(Qt::OtherFocusReason);
}

void WorkspaceWay::setBusy(bool busy)
{
    m_act->setBusy(busy);
    m_folder->setReadOnly(busy);
}

void WorkspaceWay::request()
{
    const QString folder = m_folder->text().trimmed();
    if (folder.isEmpty())
        return setError(tr("Name a folder."));
    setError({});
    Q_EMIT requested(folder);
}

} // namespace atelier::ui
