#pragma once

#include <QWidget>

namespace atelier::ui {

class ElidedLabel;

/// The foot of a table, 34 px: how many, and what they add up to.
class TableFooter : public QWidget
{
    Q_OBJECT

public:
    explicit TableFooter(QWidget *parent = nullptr);

    void setTexts(const QString &start, const QString &end = {});

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    ElidedLabel *m_start;
    ElidedLabel *m_end;
};

} // namespace atelier::ui
