#include "core/system/FileCopy.h"
#include "ui/log/LogView.h"
#include "ui/theme/Icon.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTimerEvent>

#include <algorithm>
#include <cmath>

namespace atelier::ui {

namespace {

constexpr int dragScrollInterval = 40; ///< ms
constexpr std::uint64_t copiedAtOnce = 1000; ///< lines; more are read on a thread
constexpr std::uint64_t mostCopied = std::uint64_t{64} << 20; ///< bytes

bool isWordLetter(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_');
}

} // namespace

LogPlace LogView::placeAt(QPointF position) const
{
    int y = -m_top.row * m_metrics.rowHeight;
    for (const LaidLine &line : m_lines) {
        const int height = line.rows * m_metrics.rowHeight;
        if (position.y() < y + height || &line == &m_lines.back()) {
            const int row = std::clamp(
                static_cast<int>(std::floor((position.y() - y) / m_metrics.rowHeight)), 0, line.rows - 1);
            if (line.shaped)
                return {line.line.number, line.shaped->lineAt(row).xToCursor(position.x() - m_metrics.x(0))};
            const auto column
                = static_cast<int>(std::lround((position.x() - m_metrics.x(0)) / m_metrics.columnWidth));
            return {
                line.line.number, line.cells.indexAt(std::max(0, column) + row * m_metrics.columnsPerRow)};
        }
        y += height;
    }
    return m_caret;
}

std::optional<LaidLine> LogView::lineAt(std::uint64_t number) const
{
    if (m_document.index() == nullptr)
        return {};
    std::vector<LogLine> lines = m_document.index()->lines(number, 1);
    return lines.empty() ? std::nullopt : std::optional(laid(std::move(lines.front())));
}

void LogView::moveCaret(LogPlace place, bool select)
{
    m_caret = place;
    if (!select)
        m_anchor = place;
    m_stale = true;
    viewport()->update();
    if (QAccessible::isActive()) {
        QAccessibleValueChangeEvent changed(this, caretText());
        QAccessible::updateAccessibility(&changed);
    }
}

void LogView::moveCaretBy(std::int64_t lines, bool select)
{
    const std::uint64_t count = m_document.state().lines;
    if (count == 0)
        return;
    const auto wanted = static_cast<std::int64_t>(m_caret.line) + lines;
    const auto line = std::clamp<std::int64_t>(wanted, 0, static_cast<std::int64_t>(count) - 1);
    moveCaret({static_cast<std::uint64_t>(line), m_caret.index}, select);
    showPlace(m_caret);
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (event->matches(QKeySequence::Find))
        Q_EMIT findRequested();
    else if (event->matches(QKeySequence::Cancel) && hasSelection())
        moveCaret(m_caret, false);
    else if (event->key() == Qt::Key_F3)
        (event->modifiers() & Qt::ShiftModifier) != 0 ? showPreviousHit() : showNextHit();
    else if (!moveByKey(*event))
        event->ignore();
}

bool LogView::moveByKey(const QKeyEvent &event)
{
    const bool select = (event.modifiers() & Qt::ShiftModifier) != 0;
    const bool whole = (event.modifiers() & Qt::ControlModifier) != 0;
    const auto all = static_cast<std::int64_t>(m_document.state().lines);
    switch (event.key()) {
    case Qt::Key_Up:
        whole ? scrollRows(-1) : moveCaretBy(-1, select);
        return true;
    case Qt::Key_Down:
        whole ? scrollRows(1) : moveCaretBy(1, select);
        return true;
    case Qt::Key_PageUp:
        scrollRows(1 - rowsInView());
        moveCaretBy(1 - rowsInView(), select);
        return true;
    case Qt::Key_PageDown:
        scrollRows(rowsInView() - 1);
        moveCaretBy(rowsInView() - 1, select);
        return true;
    case Qt::Key_Home:
    case Qt::Key_End:
        if (whole) {
            m_caret.index = 0;
            moveCaretBy(event.key() == Qt::Key_Home ? -all : all, select);
            setFollowing(m_live && event.key() == Qt::Key_End && !select);
            return true;
        }
        [[fallthrough]];
    case Qt::Key_Left:
    case Qt::Key_Right:
        moveCaret(sideways(event.key()), select);
        showPlace(m_caret);
        return true;
    default:
        return false;
    }
}

LogPlace LogView::sideways(int key) const
{
    const auto line = lineAt(m_caret.line);
    if (!line)
        return m_caret;
    const LineCells &cells = line->cells;
    const int index = std::min(m_caret.index, cells.size());
    switch (key) {
    case Qt::Key_Home:
        return {m_caret.line, 0};
    case Qt::Key_End:
        return {m_caret.line, cells.size()};
    case Qt::Key_Left:
        return {m_caret.line, cells.before(index)};
    default:
        return {m_caret.line, cells.behind(index)};
    }
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    layLines();
    const LogPlace place = placeAt(event->position());
    const bool extend = (event->modifiers() & Qt::ShiftModifier) != 0;
    // A number stands for its line.
    if (event->position().x() < m_metrics.gutter && !extend) {
        moveCaret({place.line, 0}, false);
        moveCaret({place.line + 1, 0}, true);
    } else {
        moveCaret(place, extend);
    }
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if ((event->buttons() & Qt::LeftButton) == 0)
        return;
    const bool outside = event->position().y() < 0 || event->position().y() > viewport()->height();
    if (outside && !m_dragScroll.isActive())
        m_dragScroll.start(dragScrollInterval, this);
    else if (!outside)
        m_dragScroll.stop();
    layLines();
    moveCaret(placeAt(event->position()), true);
}

void LogView::mouseReleaseEvent(QMouseEvent *)
{
    m_dragScroll.stop();
}

void LogView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const LogPlace place = placeAt(event->position());
    const auto line = lineAt(place.line);
    if (!line)
        return;
    const QString &text = line->cells.text();
    int begin = std::min(place.index, static_cast<int>(text.size()));
    int end = begin;
    while (begin > 0 && isWordLetter(text[begin - 1]))
        --begin;
    while (end < text.size() && isWordLetter(text[end]))
        ++end;
    moveCaret({place.line, begin}, false);
    moveCaret({place.line, end}, true);
}

void LogView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_dragScroll.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    const QPoint mouse = viewport()->mapFromGlobal(QCursor::pos());
    scrollRows(mouse.y() < 0 ? -2 : 2);
    layLines();
    moveCaret(placeAt(mouse), true);
}

void LogView::selectAll()
{
    const std::uint64_t lines = m_document.state().lines;
    if (lines == 0)
        return;
    moveCaret({0, 0}, false);
    const auto last = lineAt(lines - 1);
    moveCaret({lines - 1, last ? last->cells.size() : 0}, true);
}

void LogView::copy()
{
    if (!hasSelection() || m_document.index() == nullptr)
        return;
    const auto [from, to] = std::minmax(m_anchor, m_caret);
    static const Errand::Stopped never = false;
    const LogIndex &index = *m_document.index();
    if (to.line - from.line < copiedAtOnce) {
        QApplication::clipboard()->setText(shownText(index, from, to, never));
        return;
    }
    const auto first = lineAt(from.line);
    const auto last = lineAt(to.line);
    if (!first || !last || last->line.offset - first->line.offset > mostCopied) {
        Q_EMIT told(tr("The selection is too large for the clipboard; save a copy of the file instead."));
        return;
    }
    const auto text = std::make_shared<QString>();
    const LogPlace begin = from;
    const LogPlace end = to;
    m_errand.run([&index, text, begin, end](
                     const Errand::Stopped &stopped) { *text = shownText(index, begin, end, stopped); },
        [this, text] {
            QApplication::clipboard()->setText(*text);
            Q_EMIT this->told(tr("Copied."));
        });
}

void LogView::saveCopy(const QString &path)
{
    const auto copied = std::make_shared<Result<void>>();
    m_errand.run([copied, from = m_document.path().toStdString(), to = path.toStdString()](
                     const Errand::Stopped &stopped) { *copied = copyFile(from, to, stopped); },
        [this, copied, path] {
            Q_EMIT told(*copied
                    ? tr("Saved to %1.").arg(path)
                    : tr("The copy was not saved. %1").arg(QString::fromStdString(copied->error().sentence)));
        });
}

void LogView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copying = menu->addAction(icon(u"copy"), tr("Copy"), this, &LogView::copy);
    copying->setShortcut(QKeySequence::Copy);
    copying->setEnabled(hasSelection());
    menu->addAction(tr("Select all"), this, &LogView::selectAll)->setShortcut(QKeySequence::SelectAll);
    menu->addSeparator();
    menu->addAction(icon(u"search"), tr("Find…"), this, &LogView::findRequested)
        ->setShortcut(QKeySequence::Find);
    QAction *wrapping = menu->addAction(tr("Wrap lines"), this, &LogView::setWrapped);
    wrapping->setCheckable(true);
    wrapping->setChecked(m_wrapped);
    if (m_document.state().firstError)
        menu->addAction(icon(u"error_circle"), tr("Go to the first error"), this, &LogView::showFirstError);
    menu->addSeparator();
    menu->addAction(icon(u"arrow_download"), tr("Save a copy…"), this, &LogView::saveRequested);
    menu->popup(event->globalPos());
}

} // namespace atelier::ui
