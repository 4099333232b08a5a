#pragma once

#include "ui/widgets/TextLabel.h"

#include <map>

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
    mutable std::map<int, int> m_heights; ///< by width: layouts ask again and again, and measuring is slow
    mutable QString m_measuredText;
    mutable QFont m_measuredFont;
};

} // namespace atelier::ui
