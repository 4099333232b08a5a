#include "ui/shell/LoadMeterLabel.h"

#include "ui/widgets/Layouts.h"
#include "ui/widgets/Meter.h"
#include "ui/widgets/TextLabel.h"

namespace atelier::ui {

LoadMeterLabel::LoadMeterLabel(const QString &name, const QString &wholeName, QWidget *parent)
    : QWidget(parent)
    , m_meter(new Meter(wholeName, this))
    , m_figure(new TextLabel({}, TextStyle::Micro, &Colors::text2, this))
{
    auto *row = makeRow(this, 8);
    row->addWidget(new TextLabel(name, TextStyle::Micro, &Colors::text3, this));
    m_meter->setFixedSize(46, 4);
    row->addWidget(m_meter);
    row->addWidget(m_figure);
    setToolTip(wholeName);
    hide();
}

void LoadMeterLabel::setShare(double share, const QString &figure)
{
    m_meter->setParts({{share, share > 0.9 ? &Colors::warningSolid : &Colors::accentStroke}}, 1);
    m_figure->setText(figure);
    show();
}

} // namespace atelier::ui
