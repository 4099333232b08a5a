#include "ui/widgets/CardGrid.h"

#include "ui/theme/Type.h"

#include <QGridLayout>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int gap = 12;

} // namespace

CardGrid::CardGrid(int cardWidth, int mostInRow, QWidget *parent)
    : QWidget(parent)
    , m_cardWidth(cardWidth)
    , m_mostInRow(mostInRow)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins({});
    m_grid->setSpacing(gap);
}

void CardGrid::setCards(std::vector<QWidget *> cards)
{
    if (cards == m_cards)
        return;
    m_cards = std::move(cards);
    arrange();
}

QSize CardGrid::minimumSizeHint() const
{
    return {scaled(m_cardWidth), QWidget::minimumSizeHint().height()};
}

void CardGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (cardsInRow() != m_columns)
        arrange();
}

int CardGrid::cardsInRow() const
{
    return std::clamp((width() + gap) / (scaled(m_cardWidth) + gap), 1, m_mostInRow);
}

void CardGrid::arrange()
{
    m_columns = cardsInRow();
    for (int column = 0; column < m_mostInRow; ++column)
        m_grid->setColumnStretch(column, column < m_columns ? 1 : 0);
    for (int i = 0; i < std::ssize(m_cards); ++i)
        m_grid->addWidget(m_cards[static_cast<std::size_t>(i)], i / m_columns, i % m_columns);
}

} // namespace atelier::ui
