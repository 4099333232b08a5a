#include "ui/widgets/table/TableCard.h"

#include "ui/widgets/Layouts.h"
#include "ui/widgets/ProgressBar.h"
#include "ui/widgets/Skeleton.h"

#include <QHeaderView>
#include <QStackedLayout>

namespace atelier::ui {

namespace {

constexpr int skeletonRow = 44;
constexpr int lineHeight = 2;

} // namespace

TableCard::TableCard(const QString &name, QWidget *parent)
    : Card(parent)
    , m_table(new DataTable(name))
    , m_footer(new TableFooter)
    , m_skeleton(new Skeleton(skeletonRow))
    , m_line(new ProgressBar(tr("Refreshing"), this))
    , m_stack(new QStackedLayout)
{
    QVBoxLayout *column = makeColumn(this, 0, {1, 1, 1, 1});
    column->addLayout(m_stack, 1);
    column->addWidget(m_footer);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_skeleton);
    m_line->hide();
}

void TableCard::showRows()
{
    m_stack->setCurrentWidget(m_table);
    m_footer->show();
}

void TableCard::showLoading()
{
    m_stack->setCurrentWidget(m_skeleton);
    m_footer->hide();
}

void TableCard::showInstead(QWidget *state)
{
    m_stack->addWidget(state);
    m_stack->setCurrentWidget(state);
    m_footer->hide();
    if (m_instead != nullptr) {
        m_stack->removeWidget(m_instead);
        m_instead->deleteLater();
    }
    m_instead = state;
}

void TableCard::setRefreshing(bool refreshing)
{
    m_line->setVisible(refreshing);
    placeLine();
}

void TableCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    placeLine();
}

void TableCard::placeLine()
{
    m_line->setGeometry(1, 1 + m_table->horizontalHeader()->height() - lineHeight, width() - 2, lineHeight);
    m_line->raise();
}

} // namespace atelier::ui
