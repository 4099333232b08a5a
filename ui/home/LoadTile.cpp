#include "ui/home/LoadTile.h"

#include "ui/theme/Draw.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Sparkline.h"

#include <QPainter>

namespace atelier::ui {

namespace {

constexpr qsizetype mostShares = 60; // one comes about every two seconds

} // namespace

LoadTile::LoadTile(const QString &name, ColorRole color, QWidget *parent)
    : QWidget(parent)
    , m_figure(new ElidedLabel({}, TextStyle::BodyStrong, &Colors::text, this))
    , m_line(new Sparkline(name, this))
{
    auto *column = makeColumn(this, 0, {11, 7, 11, 8});
    column->addWidget(new TextLabel(name, TextStyle::Caption, &Colors::text2, this));
    column->addWidget(m_figure);
    column->addWidget(m_line);
    m_line->setColor(color);
    m_line->setRange({0, 1});
}

void LoadTile::add(double share, const QString &figure)
{
    m_shares << share;
    if (m_shares.size() > mostShares)
        m_shares.removeFirst();
    m_line->setPoints(m_shares);
    m_figure->setText(figure);
}

void LoadTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBox(painter, rect(), controlRadius, colors().sunken, colors().strokeSubtle);
}

} // namespace atelier::ui
