#pragma once

#include <QColor>
#include <QWidget>

#include <optional>

namespace atelier::ui {

/// A value as a dot on a scale that all values of its row share; the scale need not begin at zero.
class ScaleDot : public QWidget
{
    Q_OBJECT

public:
    /// `series` is the number of its colour; `share` is the place between the row's least and largest value,
    /// 0 to 1.
    ScaleDot(int series, std::optional<double> share, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override { return {112, 14}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_series;
    std::optional<double> m_share;
};

/// The colour that a series keeps everywhere.
[[nodiscard]] QColor seriesColor(int series);

} // namespace atelier::ui
