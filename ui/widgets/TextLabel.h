#pragma once

#include "ui/theme/Colors.h"
#include "ui/theme/Type.h"

#include <QLabel>

namespace atelier::ui {

/// Text in a style of the ramp and a colour by its role; both follow the theme.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    explicit TextLabel(const QString &text = {}, TextStyle style = TextStyle::Body,
        ColorRole color = &Colors::text, QWidget *parent = nullptr);

    void setTextStyle(TextStyle style);
    void setColor(ColorRole color);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    [[nodiscard]] QColor textColor() const { return colors().*m_color; }

private:
    void applyFont();
    void applyColor();

    TextStyle m_style;
    ColorRole m_color;
    mutable QSize m_size; ///< of the text, as it was measured last
    mutable QString m_measuredText;
    mutable QFont m_measuredFont;
};

} // namespace atelier::ui
