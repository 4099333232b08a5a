#pragma once

#include "ui/theme/Tone.h"

#include <QWidget>

class QPainter;

namespace atelier::ui {

/// A number in a round box 18 px high; hidden, not 0, where the caller has nothing to count.
class CountBadge : public QWidget
{
    Q_OBJECT

public:
    explicit CountBadge(int count, Tone tone = Tone::Neutral, QWidget *parent = nullptr);

    void setCount(int count);
    void setTone(Tone tone);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString m_text;
    Tone m_tone;
};

[[nodiscard]] QSize badgeSize(const QString &text);
void drawBadge(QPainter &painter, const QRect &box, const QString &text, Tone tone);

} // namespace atelier::ui
