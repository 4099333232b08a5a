#include "ui/jobs/FilterCompletion.h"

#include "core/document/JobFilterGrammar.h"
#include "ui/jobs/FilterProposals.h"
#include "ui/text/Format.h"

#include <QLineEdit>

#include <algorithm>

namespace atelier::ui {

namespace {

/// Where a word's operator is; its length where it has none.
qsizetype operatorOf(const QString &word)
{
    const auto isOperator = [](QChar c) { return QLatin1String(":<>=").contains(c); };
    return std::find_if(word.begin(), word.end(), isOperator) - word.begin();
}

std::vector<FilterProposal> timesFor(QChar comparison)
{
    if (comparison == u':')
        return {{"today", {}, 0}, {"yesterday", {}, 0}};
    return {{"1h", {}, 0}, {"1d", {}, 0}, {"7d", {}, 0}, {"30d", {}, 0}};
}

/// A field with the operator that it is mostly used with.
QString withOperator(const QString &field)
{
    const bool isAmount = field.startsWith(QStringLiteral("metric.")) || field == QStringLiteral("created")
        || field == QStringLiteral("duration");
    return field + (isAmount ? u'>' : u':');
}

} // namespace

FilterCompletion::FilterCompletion(WorkspaceConnection &connection, QWidget &field, QLineEdit &edit)
    : QObject(&field)
    , m_connection(connection)
    , m_field(field)
    , m_edit(edit)
{
}

QString FilterCompletion::wordAtCaret() const
{
    const QString before = m_edit.text().left(m_edit.cursorPosition());
    qsizetype begin = before.size();
    while (begin > 0 && !before[begin - 1].isSpace())
        --begin;
    return before.mid(begin);
}

QString FilterCompletion::textBeside() const
{
    const qsizetype size = wordAtCaret().size();
    return m_edit.text().remove(m_edit.cursorPosition() - size, size);
}

void FilterCompletion::propose()
{
    m_word = wordAtCaret();
    if (m_word.startsWith(u'-'))
        m_word.remove(0, 1);
    ++m_question;
    if (m_word.isEmpty() || m_word.startsWith(u'"')) {
        close();
        Q_EMIT answered();
        return;
    }
    const qsizetype at = operatorOf(m_word);
    if (at == m_word.size())
        return askFields();
    askValues(m_word.left(at), m_word.mid(at + 1));
}

void FilterCompletion::askFields()
{
    m_connection.jobs().filterFields(
        m_word.toStdString(), this, offering(tr("Fields that match “%1”").arg(m_word)));
}

void FilterCompletion::askValues(const QString &field, QString value)
{
    const QString title = tr("Values of %1").arg(field);
    if (field == QStringLiteral("created"))
        return offer(title, timesFor(m_word[field.size()]));
    value = value.mid(value.lastIndexOf(u',') + 1);
    m_connection.jobs().filterValues(field.toStdString(), value.toStdString(), this, offering(title));
}

JobCalls::Callback<std::vector<FilterProposal>> FilterCompletion::offering(const QString &title)
{
    return [this, question = m_question, title](const Result<std::vector<FilterProposal>> &found) {
        if (question == m_question)
            offer(title, found ? *found : std::vector<FilterProposal>());
    };
}

void FilterCompletion::offer(const QString &title, const std::vector<FilterProposal> &proposals)
{
    const bool isOnlyItself = proposals.size() == 1 && m_word.endsWith(textOf(proposals.front().text));
    if (proposals.empty() || isOnlyItself || !m_edit.hasFocus()) {
        close();
        Q_EMIT answered();
        return;
    }
    QWidget &window = *m_field.window();
    if (!m_proposals) {
        m_proposals = new FilterProposals(window);
        connect(m_proposals, &FilterProposals::chosen, this, [this] { choose(); });
        connect(this, &QObject::destroyed, m_proposals, &QObject::deleteLater);
    }
    const int caret = m_edit.inputMethodQuery(Qt::ImCursorRectangle).toRect().left();
    m_proposals->open(
        title, proposals, m_edit.mapTo(&window, QPoint(caret, 0)) + QPoint(0, m_edit.height() + 2));
    Q_EMIT answered();
}

void FilterCompletion::choose()
{
    if (m_proposals->current() < 0)
        m_proposals->move(1);
    const QString proposal = m_proposals->currentText();
    const qsizetype at = operatorOf(m_word);
    const bool isValue = at < m_word.size();
    const qsizetype kept = isValue ? std::max(m_word.lastIndexOf(u','), at) + 1 : 0;
    const QString written
        = isValue ? textOf(jobFilterValue(proposal.toStdString())) + u' ' : withOperator(proposal);
    const qsizetype end = m_edit.cursorPosition();
    const qsizetype begin = end - m_word.size() + kept;
    const QString text = m_edit.text();
    close();
    m_edit.setText(text.left(begin) + written + text.mid(end));
    m_edit.setCursorPosition(static_cast<int>(begin + written.size()));
    Q_EMIT chosen();
}

void FilterCompletion::close()
{
    ++m_question;
    if (m_proposals)
        m_proposals->hide();
}

bool FilterCompletion::isOpen() const
{
    return m_proposals && m_proposals->isVisible();
}

bool FilterCompletion::takeKey(int key)
{
    if (!isOpen())
        return false;
    const bool isReturn = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (key == Qt::Key_Down || key == Qt::Key_Up)
        m_proposals->move(key == Qt::Key_Down ? 1 : -1);
    else if (key == Qt::Key_Tab || (isReturn && m_proposals->current() >= 0))
        choose();
    else
        return false;
    return true;
}

} // namespace atelier::ui
