#pragma once

#include "ui/theme/Colors.h"

#include <QList>
#include <QWidget>

namespace atelier::ui {

class Sparkline;
class TextLabel;

/// How busy a part of the machine is: its name, a figure, and how it went in the last two minutes.
class LoadTile : public QWidget
{
    Q_OBJECT

public:
    LoadTile(const QString &name, ColorRole color, QWidget *parent = nullptr);

    /// `share`: 0 to 1.
    void add(double share, const QString &figure);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TextLabel *m_figure;
    Sparkline *m_line;
    QList<double> m_shares;
};

} // namespace atelier::ui
