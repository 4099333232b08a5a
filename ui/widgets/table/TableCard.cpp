#include "ui/widgets/table/TableCard.h"

#include "ui/widgets/Divider.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/ProgressBar.h"
#include "ui/widgets/Skeleton.h"
#include "ui/widgets/TextLabel.h"

#include <QHeaderView>
#include <QMargins>
#include <QStackedLayout>

namespace atelier::ui {

namespace {

constexpr int skeletonRow = 44;
constexpr int lineHeight = 2;
constexpr QMargins headMargins(16, 9, 15, 5);

} // namespace

TableCard::TableCard(const QString &name, QWidget *parent)
    : Card(parent)
    , m_table(new DataTable(name))
    , m_footer(new TableFooter)
    , m_skeleton(new Skeleton(skeletonRow))
    , m_line(new ProgressBar(tr("Refreshing"), this))
    , m_column(makeColumn(this, 0, {1, 1, 1, 1}))
    , m_stack(new QStackedLayout)
{
    m_column->addLayout(m_stack, 1);
    m_column->addWidget(m_footer);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_skeleton);
    m_line->hide();
}

void TableCard::setHead(const QString &title, QWidget *end)
{
    auto *head = makeRow(nullptr, 8);
    head->setContentsMargins(headMargins);
    head->addWidget(new TextLabel(title, TextStyle::BodyStrong, &Colors::text, this), 1);
    head->addWidget(end);
    m_column->insertLayout(0, head);
    m_column->insertWidget(1, m_headLine = new Divider(Qt::Horizontal, this));
    showHeadLine();
}

void TableCard::showRows()
{
    m_stack->setCurrentWidget(m_table);
    m_footer->show();
    showHeadLine();
}

void TableCard::showLoading()
{
    m_stack->setCurrentWidget(m_skeleton);
    m_footer->hide();
    showHeadLine();
}

void TableCard::showInstead(QWidget *state)
{
    m_stack->addWidget(state);
    m_stack->setCurrentWidget(state);
    m_footer->hide();
    showHeadLine();
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

void TableCard::showHeadLine()
{
    if (m_headLine != nullptr)
        m_headLine->setVisible(m_stack->currentWidget() != m_table);
}

void TableCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    placeLine();
}

void TableCard::placeLine()
{
    m_line->setGeometry(1, m_stack->geometry().y() + m_table->horizontalHeader()->height() - lineHeight,
        width() - 2, lineHeight);
    m_line->raise();
}

} // namespace atelier::ui
