#pragma once

#include "ui/widgets/Card.h"

class QHBoxLayout;
class QVBoxLayout;

namespace atelier::ui {

/// A card under a title.
class TitledCard : public Card
{
    Q_OBJECT

public:
    explicit TitledCard(const QString &title, QWidget *parent = nullptr);

    [[nodiscard]] QHBoxLayout *head() const { return m_head; } ///< the title, and what is put behind it
    [[nodiscard]] QVBoxLayout *column() const { return m_column; } ///< the head, and what is put below it
    /// Words behind the title that say more of it; they have the room up to what is put behind them.
    void addNote(const QString &note);

private:
    QVBoxLayout *m_column;
    QHBoxLayout *m_head;
};

} // namespace atelier::ui
