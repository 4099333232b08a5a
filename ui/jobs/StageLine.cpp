#include "ui/jobs/StageLine.h"

#include "ui/theme/Draw.h"
#include "ui/theme/Type.h"
#include "ui/widgets/ProgressBar.h"

#include <QPainter>
#include <QStyle>

namespace atelier::ui {

namespace {

constexpr int iconSide = 18;
constexpr int lineHeight = 3;

/// The words that fit: all of them, or those before the first " · ".
QString fitting(const QString &text, const QFontMetrics &metrics, int width)
{
    if (metrics.horizontalAdvance(text) <= width)
        return text;
    return metrics.elidedText(text.section(QStringLiteral(" · "), 0, 0), Qt::ElideRight, width);
}

} // namespace

StageLine::StageLine(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StageLine::setStages(std::vector<Stage> stages)
{
    m_stages = std::move(stages);
    QStringList said;
    for (const Stage &stage : m_stages)
        said << stage.name + u' ' + stage.time;
    setAccessibleName(tr("Stages"));
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    update();
}

QSize StageLine::sizeHint() const
{
    return {scaled(420), scaled(62)};
}

void StageLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    double whole = 0;
    for (const Stage &stage : m_stages)
        whole += stage.weight;
    double begin = 0;
    for (const Stage &stage : m_stages) {
        const double width = this->width() * stage.weight / whole;
        paintStage(painter, stage, QRectF(begin, 0, width, height()).toRect(), &stage == &m_stages.back());
        begin += width;
    }
}

void StageLine::paintStage(QPainter &painter, const Stage &stage, const QRect &box, bool isLast) const
{
    const auto placed
        = [this](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
    drawMark(painter, placed({box.left(), 0, iconSide, iconSide}), stage.look, textColor(stage.look.tone));
    if (!isLast) {
        const QRect line(
            box.left() + iconSide + 8, (iconSide - lineHeight) / 2, box.width() - iconSide - 16, lineHeight);
        drawProgress(painter, placed(line), {stage.share, stage.look.tone, false}, layoutDirection());
    }
    const auto write = [&](int top, TextStyle style, const QColor &color, const QString &text) {
        painter.setFont(ui::font(style));
        painter.setPen(color);
        const QRect line(box.left(), top, box.width() - 8, scaled(18));
        painter.drawText(placed(line), Qt::AlignLeft | Qt::AlignVCenter,
            fitting(text, painter.fontMetrics(), line.width()));
    };
    write(iconSide + 6, stage.isCurrent ? TextStyle::BodyStrong : TextStyle::BodyMedium, colors().text,
        stage.name);
    write(iconSide + 6 + scaled(18), TextStyle::Caption, colors().text2, stage.time);
}

} // namespace atelier::ui
