#pragma once

#include "ui/theme/Tone.h"

#include <QWidget>

#include <optional>

class QPainter;

namespace atelier::ui {

class Ticker;

/// How far something is; `live` moves a light along the done part.
struct Progress
{
    std::optional<double> share; ///< 0 to 1, or nothing where the end is unknown
    Tone tone = Tone::Accent;
    bool live = false;
};

/// A thin bar, 4 px high unless it is given another height.
class ProgressBar : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressBar(const QString &name, QWidget *parent = nullptr);

    void setProgress(const Progress &progress);
    [[nodiscard]] const Progress &progress() const { return m_progress; }

    [[nodiscard]] QSize sizeHint() const override { return {120, 4}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    Progress m_progress;
    Ticker *m_ticker;
};

void drawProgress(
    QPainter &painter, const QRectF &box, const Progress &progress, Qt::LayoutDirection direction);

} // namespace atelier::ui
