#pragma once

#include "core/log/Marks.h"

#include <QScrollBar>

#include <vector>

namespace atelier::ui {

/// The scroll bar of a log, which shows where in the whole file errors, warnings and hits are.
class LogRuler : public QScrollBar
{
    Q_OBJECT

public:
    explicit LogRuler(QWidget *parent = nullptr);

    void setMarks(std::uint64_t lines, std::vector<Marks::Mark> levels, std::vector<Marks::Mark> hits);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRectF thumb() const;
    [[nodiscard]] double y(std::uint64_t line) const;

    std::uint64_t m_lines = 0;
    std::vector<Marks::Mark> m_levels;
    std::vector<Marks::Mark> m_hits;
};

} // namespace atelier::ui
