#include "ui/jobs/FilterField.h"

#include "core/document/JobFilterGrammar.h"
#include "core/system/Clock.h"
#include "ui/jobs/FilterCompletion.h"
#include "ui/jobs/FilterToken.h"
#include "ui/text/Format.h"
#include "ui/theme/Colors.h"
#include "ui/theme/ControlLook.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Icon.h"
#include "ui/theme/Type.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/KeyCap.h"
#include "ui/widgets/Layouts.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>

namespace atelier::ui {

namespace {

constexpr int typingMs = 150;
constexpr int fieldHeight = 32;
constexpr int iconStart = 10;
constexpr int iconSide = 16;
constexpr int leastText = 120;

/// Where a byte of a text stands in it as a QString.
int positionOf(const std::string &text, std::size_t byte)
{
    return static_cast<int>(textOf(text.substr(0, byte)).size());
}

} // namespace

FilterField::FilterField(WorkspaceConnection &connection, QWidget *parent)
    : QWidget(parent)
    , m_row(makeRow(this, 6, startEnd({iconStart + iconSide + 6, 0, 6, 0})))
    , m_edit(new QLineEdit(this))
    , m_clear(new IconButton(u"dismiss", tr("Clear the filter"), ControlSize::Small, this))
    , m_hint(new KeyCap(QStringLiteral("/"), this))
    , m_completion(new FilterCompletion(connection, *this, *m_edit))
{
    setFocusProxy(m_edit);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setBare(*m_edit, true);
    m_edit->setObjectName(QStringLiteral("jobFilter"));
    m_edit->setAccessibleName(tr("Filter jobs"));
    m_edit->setMinimumWidth(leastText);
    m_edit->installEventFilter(this);
    m_clear->setFocusPolicy(Qt::NoFocus);
    m_row->addWidget(m_edit, 1);
    m_row->addWidget(m_clear);
    m_row->addWidget(m_hint);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMs);
    connect(&m_typing, &QTimer::timeout, m_completion, &FilterCompletion::propose);
    connect(m_completion, &FilterCompletion::answered, this, &FilterField::apply);
    connect(m_completion, &FilterCompletion::chosen, this, &FilterField::edited);
    connect(m_edit, &QLineEdit::textEdited, this, &FilterField::edited);
    connect(m_clear, &IconButton::clicked, this, &FilterField::clear);
    showEnd();
}

QSize FilterField::sizeHint() const
{
    return {scaled(420), scaled(fieldHeight)};
}

void FilterField::setFilter(const QString &filter)
{
    endTyping();
    while (!m_tokens.isEmpty())
        delete m_tokens.takeLast();
    m_edit->setText(filter);
    takeFinished(true);
    m_filter = (tokensText() + m_edit->text()).trimmed();
    setInvalid(*this, false);
    Q_EMIT problemChanged({});
    showEnd();
}

void FilterField::clear()
{
    setFilter({});
    Q_EMIT filterChanged();
}

void FilterField::focusText()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

QString FilterField::tokensText() const
{
    QString text;
    for (const FilterToken *token : m_tokens)
        text += token->text() + u' ';
    return text;
}

void FilterField::edited()
{
    showEnd();
    // A blank finishes a condition.
    if (m_edit->text().endsWith(u' ') && m_edit->cursorPosition() == m_edit->text().size())
        takeFinished(false);
    m_typing.start();
}

void FilterField::endTyping()
{
    m_typing.stop();
    m_completion->close();
}

/// Conditions with a field become tokens; words stay text. The last one only once it is finished.
void FilterField::takeFinished(bool all)
{
    const std::string text = m_edit->text().toStdString();
    const auto parsed = parseJobFilter(text, nowMs());
    if (!parsed)
        return;
    QString rest;
    for (std::size_t i = 0; i < parsed->places.size(); ++i) {
        const JobFilterPlace &place = parsed->places[i];
        const QString written = textOf(text.substr(place.begin, place.end - place.begin));
        const bool isFinished = all || place.end < text.size();
        if (parsed->conditions[i].field == JobField::Text || !isFinished)
            rest += written + u' ';
        else
            addToken(written, positionOf(text.substr(place.begin), place.operatorBegin - place.begin),
                positionOf(text.substr(place.begin), place.valueBegin - place.begin));
    }
    if (rest.trimmed() != m_edit->text().trimmed())
        setText(all ? rest.trimmed() : rest);
}

void FilterField::addToken(const QString &text, int operatorBegin, int valueBegin)
{
    auto *token = new FilterToken(text, operatorBegin, valueBegin, this);
    connect(token, &FilterToken::removeRequested, this, [this, token] { removeToken(token); });
    m_row->insertWidget(static_cast<int>(m_tokens.size()), token);
    m_tokens << token;
    token->show();
    showEnd();
}

void FilterField::removeToken(FilterToken *token)
{
    m_tokens.removeOne(token);
    token->deleteLater();
    token->hide();
    apply();
    m_edit->setFocus();
}

/// What is only begun does not keep the finished conditions from being in force.
void FilterField::apply()
{
    const QString written = (tokensText() + m_edit->text()).trimmed();
    const auto parsed = parseJobFilter(written.toStdString(), nowMs());
    const QString finished = (tokensText() + m_completion->textBeside()).trimmed();
    const bool isOpen = m_completion->isOpen();
    const bool isWrong = !parsed && !isOpen;
    setInvalid(*this, isWrong);
    update();
    Q_EMIT problemChanged(isWrong ? textOf(parsed.error().sentence) : QString());
    showEnd();
    const QString wanted = isWrong || isOpen ? finished : written;
    if (wanted == m_filter || !parseJobFilter(wanted.toStdString(), nowMs()))
        return;
    m_filter = wanted;
    Q_EMIT filterChanged();
}

void FilterField::setText(const QString &text)
{
    m_edit->setText(text);
    showEnd();
}

void FilterField::showEnd()
{
    const bool isEmpty = m_tokens.isEmpty() && m_edit->text().isEmpty();
    m_clear->setVisible(!isEmpty);
    m_hint->setVisible(isEmpty);
    m_edit->setPlaceholderText(m_tokens.isEmpty() ? tr("Filter jobs, e.g. state:failed or metric.auc>0.9")
                                                  : tr("and …", "another condition"));
}

/// One thing after another: the proposals, what is being written, all of the filter.
void FilterField::takeBack()
{
    if (!m_completion->isOpen() && m_edit->text().isEmpty())
        return clear();
    if (!m_completion->isOpen())
        setText({});
    endTyping();
    apply();
}

bool FilterField::takeKey(int key)
{
    if (m_completion->takeKey(key))
        return true;
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        endTyping();
        takeFinished(true);
        apply();
        return true;
    case Qt::Key_Escape:
        if (m_tokens.isEmpty() && m_edit->text().isEmpty())
            return false;
        takeBack();
        return true;
    case Qt::Key_Backspace:
        if (m_edit->cursorPosition() > 0 || m_edit->hasSelectedText() || m_tokens.isEmpty())
            return false;
        removeToken(m_tokens.last());
        return true;
    default:
        return false;
    }
}

bool FilterField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && takeKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() == QEvent::FocusOut && m_completion->isOpen()) {
        endTyping();
        apply();
    }
    return QWidget::eventFilter(watched, event);
}

void FilterField::mousePressEvent(QMouseEvent * /*event*/)
{
    m_edit->setFocus(Qt::MouseFocusReason);
}

void FilterField::paintEvent(QPaintEvent * /*event*/)
{
    const Colors &c = colors();
    QPainter painter(this);
    const bool says = isInvalid(this) || m_edit->hasFocus();
    drawBox(painter, rect(), controlRadius, c.field,
        isInvalid(this)          ? c.dangerText
            : m_edit->hasFocus() ? c.accentStroke
                                 : c.stroke,
        says ? attentionWidth : 1);
    const QRect box(iconStart, 0, iconSide, height());
    paintIcon(painter, u"filter", QStyle::visualRect(layoutDirection(), rect(), box), c.text3);
}

} // namespace atelier::ui
