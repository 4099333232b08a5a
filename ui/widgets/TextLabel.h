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

protected:
    bool event(QEvent *event) override;
    [[nodiscard]] QColor textColor() const { return colors().*m_color; }

private:
    void applyFont();
    void applyColor();

    TextStyle m_style;
    ColorRole m_color;
};

} // namespace atelier::ui
