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
    /// Its buttons show their icons alone where there is no room for their names.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void clearRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    [[nodiscard]] Button *buttonOf(qsizetype action);

    TextLabel *m_count;
    Button *m_clear;
    QLayout *m_place; ///< of the buttons
    QList<Button *> m_buttons; ///< at least one for each action
    QList<RowAction> m_actions;
};

} // namespace atelier::ui
