#include "ui/jobs/CompareTable.h"

#include "ui/text/Format.h"
#include "ui/theme/Type.h"
#include "ui/widgets/TextSize.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace atelier::ui {

namespace {

constexpr int metricHeight = 36;
constexpr int parameterHeight = 29;
constexpr int noteGap = 8;

/// The names of the rows, with what there is to say of a whole row at their end.
class RowNames : public QHeaderView
{
public:
    RowNames(TextStyle style, const CompareModel &model, QWidget *parent)
        : QHeaderView(Qt::Vertical, parent)
        , m_style(style)
        , m_model(model)
    {
        setSectionResizeMode(QHeaderView::Fixed);
        setMinimumSectionSize(1); // the style's own is higher than a row
        setHighlightSections(false);
        setFocusPolicy(Qt::NoFocus);
        viewport()->setAutoFillBackground(false);
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const ComparedRow &row = m_model.row(section);
        painter->fillRect(QRect(rect.topLeft(), QSize(rect.width(), 1)), colors().strokeSubtle);
        const QRect inner = rect.adjusted(comparePadding - 1, 1, -comparePadding, 0);
        const QRect box = QStyle::visualRect(layoutDirection(), rect, inner);
        painter->setFont(ui::font(TextStyle::Micro));
        painter->setPen(colors().text3);
        painter->drawText(box, Qt::AlignRight | Qt::AlignVCenter, row.note);
        const int noteWidth
            = row.note.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(row.note) + noteGap;
        painter->setFont(ui::font(m_style));
        painter->setPen(colors().text2);
        const QRect name = QStyle::visualRect(layoutDirection(), box, box.adjusted(0, 0, -noteWidth, 0));
        painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
            isolated(painter->fontMetrics().elidedText(row.name, Qt::ElideMiddle, name.width())));
    }

private:
    const TextStyle m_style;
    const CompareModel &m_model;
};

} // namespace

CompareTable::CompareTable(CompareDelegate::Values values, const QString &name, QWidget *parent)
    : QTableView(parent)
    , m_model(new CompareModel(this))
    , m_rowHeight(values == CompareDelegate::Values::Metrics ? metricHeight : parameterHeight)
{
    const bool isMetrics = values == CompareDelegate::Values::Metrics;
    setAccessibleName(name);
    setVerticalHeader(new RowNames(isMetrics ? TextStyle::Body : TextStyle::Code, *m_model, this));
    horizontalHeader()->hide();
    horizontalHeader()->setMinimumSectionSize(1);
    setModel(m_model);
    setItemDelegate(new CompareDelegate(values, this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setSelectionMode(NoSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // that of the jobs' cards is for all
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        sizeRows();
        sizeColumns();
    });
    followTextSize(*this, [this] { sizeRows(); });
}

void CompareTable::setRows(const QStringList &jobs, const ComparedRows &rows)
{
    m_model->setRows(jobs, rows);
}

void CompareTable::setColumnWidths(int width, int last)
{
    m_columnWidth = width;
    m_lastWidth = last - 1; // the card's stroke
    sizeColumns();
}

void CompareTable::sizeRows()
{
    verticalHeader()->setFixedWidth(scaled(compareLabelWidth) - 1);
    verticalHeader()->setDefaultSectionSize(scaled(m_rowHeight));
    setFixedHeight(scaled(m_rowHeight) * m_model->rowCount());
}

void CompareTable::sizeColumns()
{
    const int last = m_model->columnCount() - 1;
    for (int column = 0; column <= last; ++column)
        horizontalHeader()->resizeSection(column, column < last ? m_columnWidth : m_lastWidth);
}

void CompareTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return QGuiApplication::clipboard()->setText(currentIndex().data().toString());
    QTableView::keyPressEvent(event);
}

void CompareTable::wheelEvent(QWheelEvent *event)
{
    const QPoint turn = event->angleDelta();
    if (std::abs(turn.x()) > std::abs(turn.y()) || event->modifiers().testFlag(Qt::ShiftModifier))
        QTableView::wheelEvent(event);
    else
        event->ignore(); // the page's
}

void CompareTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && m_model->rowCount() > 0)
        setCurrentIndex(m_model->index(0, 0));
    else
        Q_EMIT cellEntered(visualRect(currentIndex()));
}

void CompareTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid())
        Q_EMIT cellEntered(visualRect(current));
}

} // namespace atelier::ui
