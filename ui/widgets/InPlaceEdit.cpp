#include "ui/widgets/InPlaceEdit.h"

#include "ui/theme/Type.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/TextLabel.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace atelier::ui {

namespace {

constexpr int fieldWidth = 360;
constexpr int linesHeight = 132;

} // namespace

InPlaceEdit::InPlaceEdit(QWidget *shown, const QString &name, Lines lines, QWidget *parent)
    : QWidget(parent)
    , m_shown(shown)
    , m_pencil(new IconButton(u"edit", name, ControlSize::Small, this))
{
    if (lines == Lines::One)
        m_line = new QLineEdit(this);
    else
        m_lines = new QPlainTextEdit(this);
    const bool isOne = lines == Lines::One;
    auto *row = makeRow(this, 4);
    row->addWidget(m_shown, isOne ? 0 : 1, isOne ? Qt::Alignment() : Qt::AlignTop);
    row->addWidget(m_editor = makeEditor(), 1);
    row->addWidget(m_pencil, 0, isOne ? Qt::AlignVCenter : Qt::AlignTop);
    if (isOne)
        m_line->setMinimumWidth(scaled(fieldWidth));
    else
        m_lines->setFixedHeight(scaled(linesHeight));
    m_pencil->setObjectName(QStringLiteral("editText"));
    field()->setObjectName(QStringLiteral("editedText"));
    field()->setAccessibleName(name);
    field()->installEventFilter(this);
    m_editor->hide();
    connect(m_pencil, &IconButton::clicked, this, &InPlaceEdit::begin);
}

QWidget *InPlaceEdit::makeEditor()
{
    auto *editor = new QWidget(this);
    auto *column = makeColumn(editor, 4);
    column->addWidget(field());
    if (m_lines != nullptr)
        column->addWidget(new TextLabel(
            tr("Ctrl+Enter takes it over, Esc leaves it"), TextStyle::Caption, &Colors::text2, editor));
    return editor;
}

QWidget *InPlaceEdit::field() const
{
    return m_line != nullptr ? static_cast<QWidget *>(m_line) : m_lines;
}

QString InPlaceEdit::fieldText() const
{
    return m_line != nullptr ? m_line->text().trimmed() : m_lines->toPlainText().trimmed();
}

bool InPlaceEdit::isEditing() const
{
    return !m_editor->isHidden();
}

void InPlaceEdit::setEditable(bool editable)
{
    m_isEditable = editable;
    m_pencil->setVisible(editable && !isEditing());
    if (!editable && isEditing())
        end(false);
}

void InPlaceEdit::begin()
{
    if (isEditing() || !m_isEditable)
        return field()->setFocus();
    m_before = m_text;
    m_shown->hide();
    m_pencil->hide();
    m_editor->show();
    if (m_line != nullptr) {
        m_line->setText(m_text);
        m_line->selectAll();
    } else {
        m_lines->setPlainText(m_text);
        m_lines->moveCursor(QTextCursor::End);
    }
    field()->setFocus(Qt::OtherFocusReason);
}

void InPlaceEdit::end(bool takeOver)
{
    if (!isEditing())
        return;
    const bool hadFocus = field()->hasFocus();
    m_editor->hide();
    m_shown->show();
    m_pencil->setVisible(m_isEditable);
    if (hadFocus)
        m_pencil->setFocus(Qt::OtherFocusReason);
    const QString text = fieldText();
    if (takeOver && text != m_before.trimmed())
        Q_EMIT edited(text, m_before);
}

bool InPlaceEdit::takesOver(int key, Qt::KeyboardModifiers modifiers) const
{
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    return isEnter && (m_line != nullptr || modifiers.testFlag(Qt::ControlModifier));
}

bool InPlaceEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool takeOver = takesOver(key->key(), key->modifiers());
        if (takeOver || key->key() == Qt::Key_Escape) {
            end(takeOver);
            return true;
        }
    }
    if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
            end(true);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace atelier::ui
