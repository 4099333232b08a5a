#include "ui/jobs/FilterField.h"

#include "core/document/JobFilterGrammar.h"
#include "core/system/Clock.h"
#include "ui/jobs/FilterProposals.h"
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

#include <algorithm>

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

const char *operators = ":<>=";

} // namespace

FilterField::FilterField(WorkspaceConnection &connection, QWidget *parent)
    : QWidget(parent)
    , m_connection(connection)
    , m_row(makeRow(this, 6, startEnd({iconStart + iconSide + 6, 0, 6, 0})))
    , m_edit(new QLineEdit(this))
    , m_clear(new IconButton(u"dismiss", tr("Clear the filter"), ControlSize::Small, this))
    , m_hint(new KeyCap(QStringLiteral("/"), this))
{
    setFocusProxy(m_edit);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setBare(*m_edit, true);
    m_edit->setObjectName(QStringLiteral("jobFilter"));
    m_edit->setAccessibleName(tr("Filter jobs"));
    m_edit->setPlaceholderText(tr("Filter jobs, e.g. state:failed or metric.auc>0.9"));
    m_edit->setMinimumWidth(leastText);
    m_edit->installEventFilter(this);
    m_clear->setFocusPolicy(Qt::NoFocus);
    m_row->addWidget(m_edit, 1);
    m_row->addWidget(m_clear);
    m_row->addWidget(m_hint);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMs);
    connect(&m_typing, &QTimer::timeout, this, &FilterField::propose);
    connect(m_edit, &QLineEdit::textEdited, this, &FilterField::edited);
    connect(m_clear, &IconButton::clicked, this, [this] {
        setFilter({});
        Q_EMIT filterChanged();
    });
    showEnd();
}

QSize FilterField::sizeHint() const
{
    return {scaled(420), scaled(fieldHeight)};
}

void FilterField::setFilter(const QString &filter)
{
    closeProposals();
    while (!m_tokens.isEmpty())
        delete m_tokens.takeLast();
    m_edit->setText(filter);
    takeFinished(true);
    m_filter = (tokensText() + m_edit->text()).trimmed();
    setInvalid(*this, false);
    Q_EMIT problemChanged({});
    showEnd();
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

void FilterField::apply()
{
    const QString written = (tokensText() + m_edit->text()).trimmed();
    const auto parsed = parseJobFilter(written.toStdString(), nowMs());
    setInvalid(*this, !parsed);
    update();
    Q_EMIT problemChanged(parsed ? QString() : textOf(parsed.error().sentence));
    showEnd();
    if (!parsed || written == m_filter)
        return;
    m_filter = written;
    Q_EMIT filterChanged();
}

QString FilterField::wordAtEnd() const
{
    const QString before = m_edit->text().left(m_edit->cursorPosition());
    qsizetype begin = before.size();
    while (begin > 0 && !before[begin - 1].isSpace())
        --begin;
    QString word = before.mid(begin);
    return word.startsWith(u'-') ? word.mid(1) : word;
}

/// While something is proposed for the word at the caret, it is not looked for yet.
void FilterField::propose()
{
    const QString word = wordAtEnd();
    m_proposedFor = word;
    ++m_question;
    if (word.isEmpty() || word.startsWith(u'"')) {
        closeProposals();
        return apply();
    }
    const auto at = std::find_if(
        word.begin(), word.end(), [](QChar c) { return QLatin1String(operators).contains(c); });
    const auto answered = [this, question = m_question](const QString &title) {
        return [this, question, title](const Result<std::vector<FilterProposal>> &found) {
            if (question == m_question)
                offer(title, found ? *found : std::vector<FilterProposal>());
        };
    };
    if (at == word.end())
        return m_connection.jobs().filterFields(
            word.toStdString(), this, answered(tr("Fields that match “%1”").arg(word)));
    const QString field = word.left(at - word.begin());
    QString value = word.mid(at - word.begin() + 1);
    value = value.mid(value.lastIndexOf(u',') + 1);
    if (field == QStringLiteral("created"))
        return offer(tr("Values of %1").arg(field),
            *at == u':'
                ? std::vector<FilterProposal>{{"today", {}, 0}, {"yesterday", {}, 0}}
                : std::vector<FilterProposal>{{"1h", {}, 0}, {"1d", {}, 0}, {"7d", {}, 0}, {"30d", {}, 0}});
    m_connection.jobs().filterValues(
        field.toStdString(), value.toStdString(), this, answered(tr("Values of %1").arg(field)));
}

void FilterField::offer(const QString &title, std::vector<FilterProposal> proposals)
{
    const bool isOnlyItself = proposals.size() == 1 && m_proposedFor.endsWith(textOf(proposals.front().text));
    if (proposals.empty() || isOnlyItself || !m_edit->hasFocus()) {
        closeProposals();
        return apply();
    }
    if (!m_proposals) {
        m_proposals = new FilterProposals(*window());
        connect(m_proposals, &FilterProposals::chosen, this, [this] { choose(); });
        connect(this, &QObject::destroyed, m_proposals, &QObject::deleteLater);
    }
    const QPoint caret(m_edit->inputMethodQuery(Qt::ImCursorRectangle).toRect().left(), height());
    m_proposals->open(
        title, proposals, m_edit->mapTo(window(), QPoint(caret.x(), 0)) + QPoint(0, m_edit->height() + 2));
}

/// Puts what is chosen in the place of the word at the caret; a value finishes its condition.
void FilterField::choose()
{
    if (m_proposals->current() < 0)
        m_proposals->move(1);
    const QString chosen = m_proposals->currentText();
    const qsizetype end = m_edit->cursorPosition();
    const QString text = m_edit->text();
    const auto isOperator = [](QChar c) { return QLatin1String(operators).contains(c); };
    const auto first = std::find_if(m_proposedFor.begin(), m_proposedFor.end(), isOperator);
    const bool isValue = first != m_proposedFor.end();
    const qsizetype kept = isValue
        ? std::max(m_proposedFor.lastIndexOf(u','), static_cast<qsizetype>(first - m_proposedFor.begin())) + 1
        : 0;
    const qsizetype begin = end - m_proposedFor.size() + kept;
    QString written = chosen;
    if (isValue)
        written = textOf(jobFilterValue(chosen.toStdString())) + u' ';
    else if (chosen.startsWith(QStringLiteral("metric.")) || chosen == QStringLiteral("created")
        || chosen == QStringLiteral("duration"))
        written += u'>';
    else
        written += u':';
    closeProposals();
    setText(text.left(begin) + written + text.mid(end));
    m_edit->setCursorPosition(static_cast<int>(begin + written.size()));
    edited();
}

void FilterField::closeProposals()
{
    m_typing.stop();
    ++m_question;
    if (m_proposals)
        m_proposals->hide();
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
}

bool FilterField::takeKey(int key)
{
    const bool isOpen = m_proposals && m_proposals->isVisible();
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (!isOpen)
            return false;
        m_proposals->move(key == Qt::Key_Down ? 1 : -1);
        return true;
    case Qt::Key_Tab:
        if (isOpen)
            choose();
        return isOpen;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isOpen && m_proposals->current() >= 0) {
            choose();
            return true;
        }
        closeProposals();
        takeFinished(true);
        apply();
        return true;
    case Qt::Key_Escape:
        if (!isOpen && m_edit->text().isEmpty())
            return false;
        if (!isOpen)
            setText({});
        closeProposals();
        apply();
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
    if (event->type() == QEvent::FocusOut && m_proposals && m_proposals->isVisible()) {
        closeProposals();
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
    constexpr double attention = 1.5; // width of a border that says something
    drawBox(painter, rect(), controlRadius, c.field,
        isInvalid(this)          ? c.dangerText
            : m_edit->hasFocus() ? c.accentStroke
                                 : c.stroke,
        says ? attention : 1);
    const QRect box(iconStart, 0, iconSide, height());
    paintIcon(painter, u"filter", QStyle::visualRect(layoutDirection(), rect(), box), c.text3);
}

} // namespace atelier::ui
