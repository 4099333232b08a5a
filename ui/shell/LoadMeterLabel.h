#pragma once

#include <QWidget>

namespace atelier::ui {

class Meter;
class TextLabel;

/// How much of something the machine uses: a name, a short bar and a figure. Hidden until there is one.
class LoadMeterLabel : public QWidget
{
    Q_OBJECT

public:
    /// `wholeName` is what the short one stands for.
    LoadMeterLabel(const QString &name, const QString &wholeName, QWidget *parent = nullptr);

    void setShare(double share, const QString &figure);

private:
    Meter *m_meter;
    TextLabel *m_figure;
};

} // namespace atelier::ui
