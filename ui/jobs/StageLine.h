#pragma once

#include "ui/widgets/StateLook.h"

#include <QWidget>

#include <vector>

namespace atelier::ui {

/// The stages of something from its beginning to its end, joined by lines that fill as they pass.
class StageLine : public QWidget
{
    Q_OBJECT

public:
    struct Stage
    {
        QString name;
        QString time; ///< how long it took or takes; the part after " · " goes where there is no room
        StateLook look;
        double weight = 1; ///< of the room that it gets
        double share = 0; ///< of the way to the next stage, 0 to 1
        bool isCurrent = false;
    };

    explicit StageLine(QWidget *parent = nullptr);

    void setStages(std::vector<Stage> stages);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintStage(QPainter &painter, const Stage &stage, const QRect &box, bool isLast) const;

    std::vector<Stage> m_stages;
};

} // namespace atelier::ui
