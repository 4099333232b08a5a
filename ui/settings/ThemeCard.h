#pragma once

#include "ui/theme/Theme.h"

#include <QRadioButton>

namespace atelier::ui {

/// A radio button as a card, with a small window in the colours that it stands for.
class ThemeCard : public QRadioButton
{
    Q_OBJECT

public:
    ThemeCard(Scheme scheme, const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] bool hitButton(const QPoint &position) const override { return rect().contains(position); }

private:
    void paintWindow(QPainter &painter, const QRectF &box) const;
    void paintName(QPainter &painter) const;

    const Scheme m_scheme;
};

} // namespace atelier::ui
