#pragma once

#include <QWidget>

#include <vector>

class QGridLayout;

namespace atelier::ui {

/// Cards of one width in rows, as many in a row as have room.
class CardGrid : public QWidget
{
    Q_OBJECT

public:
    /// `cardWidth`: the least of a card, at a text scale of 100 %.
    CardGrid(int cardWidth, int mostInRow, QWidget *parent = nullptr);

    /// In this order; they become its children. Those that were there stay so until they are deleted.
    void setCards(std::vector<QWidget *> cards);

    /// One card's width: fewer stand in a row before anything is cut off.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    [[nodiscard]] int cardsInRow() const;

    const int m_cardWidth;
    const int m_mostInRow;
    QGridLayout *m_grid;
    std::vector<QWidget *> m_cards;
    int m_columns = 0; ///< in which the cards stand; 0: not yet
};

} // namespace atelier::ui
