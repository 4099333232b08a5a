#pragma once

#include "ui/widgets/StateLook.h"

#include <QWidget>

namespace atelier::ui {

class Ticker;

/// A state: a sign and words on a tinted, fully round box 22 px high.
class Pill : public QWidget
{
    Q_OBJECT

public:
    explicit Pill(StateLook look, QWidget *parent = nullptr);

    void setLook(const StateLook &look);
    [[nodiscard]] const StateLook &look() const { return m_look; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    StateLook m_look;
    Ticker *m_ticker;
};

/// The size that a pill needs; in less width it elides its words.
[[nodiscard]] QSize pillSize(const StateLook &look);
void drawPill(QPainter &painter, const QRect &box, const StateLook &look, Qt::LayoutDirection direction);

} // namespace atelier::ui
