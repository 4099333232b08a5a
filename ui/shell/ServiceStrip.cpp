#include "ui/shell/ServiceStrip.h"

#include "ui/theme/Draw.h"
#include "ui/theme/Type.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/TextLabel.h"

#include <QPainter>

namespace atelier::ui {

namespace {

constexpr int delayMs = 800;

} // namespace

ServiceStrip::ServiceStrip(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("serviceStrip"));
    const QString text = tr("The workspace service is away. Jobs run on, what you see may be out of date; "
                            "it is being started again.");
    auto *row = makeRow(this, 8, {24, 6, 24, 6});
    row->addWidget(new IconLabel(u"warning", &Colors::warningText, 16, this));
    row->addWidget(new TextLabel(text, TextStyle::Caption, &Colors::warningText, this), 1);
    setAccessibleName(text);
    m_delay.setSingleShot(true);
    m_delay.setInterval(delayMs);
    connect(&m_delay, &QTimer::timeout, this, &QWidget::show);
    hide();
}

void ServiceStrip::setConnected(bool connected)
{
    if (connected) {
        m_delay.stop();
        hide();
    } else if (isHidden()) {
        m_delay.start();
    }
}

void ServiceStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), over(colors().warningFill, colors().chrome));
    painter.fillRect(QRect(0, height() - 1, width(), 1), colors().strokeSubtle);
}

} // namespace atelier::ui
