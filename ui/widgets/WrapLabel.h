#pragma once

#include "ui/widgets/TextLabel.h"

namespace atelier::ui {

/// Text of several lines that is always as high as its lines need: box layouts give a wrapped QLabel that is
/// aligned or of fixed width too little.
class WrapLabel : public TextLabel
{
    Q_OBJECT

public:
    /// `widest` is in pixels at 100 %; 0 takes what there is.
    explicit WrapLabel(const QString &text, TextStyle style = TextStyle::Body,
        ColorRole color = &Colors::text, int widest = 0, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void limitWidth();

    int m_widest;
};

} // namespace atelier::ui
