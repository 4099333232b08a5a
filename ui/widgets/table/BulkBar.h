#pragma once

#include "ui/widgets/table/RowActions.h"

#include <QWidget>

namespace atelier::ui {

class Button;
class TextLabel;

/// What can be done with the selected rows of a table, in the place of its tools while there are two and
/// more.
class BulkBar : public QWidget
{
    Q_OBJECT

public:
    explicit BulkBar(QWidget *parent = nullptr);

    void showActions(int selected, QList<RowAction> actions);

Q_SIGNALS:
    void clearRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] Button *buttonOf(qsizetype action);

    TextLabel *m_count;
    QLayout *m_place; ///< of the buttons
    QList<Button *> m_buttons; ///< at least one for each action
    QList<RowAction> m_actions;
};

} // namespace atelier::ui
