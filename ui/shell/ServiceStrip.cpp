#include "ui/shell/ServiceStrip.h"

#include "ui/text/Format.h"
#include "ui/theme/Draw.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/WrapLabel.h"

#include <QPainter>

namespace atelier::ui {

namespace {

constexpr int delayMs = 800;

QString textFor(const WorkspaceConnection &connection)
{
    switch (connection.state()) {
    case ServiceState::Starting:
        return ServiceStrip::tr("The workspace service is away. Jobs run on, what you see may be out of "
                                "date; it is being started again.");
    case ServiceState::Silent:
        return ServiceStrip::tr("The workspace's service does not answer. Jobs run on, what you see may be "
                                "out of date. Wait until it is back, or restart it.");
    case ServiceState::Unavailable:
        return ServiceStrip::tr("The workspace's service cannot be started: %1 It is tried again.")
            .arg(textOf(connection.problem().sentence));
    case ServiceState::Answers:
        break;
    }
    return {};
}

} // namespace

ServiceStrip::ServiceStrip(WorkspaceConnection &connection, QWidget *parent)
    : QWidget(parent)
    , m_connection(connection)
    , m_text(new WrapLabel({}, TextStyle::Caption, &Colors::warningText, 0, this))
    , m_restart(new Button(
          tr("Restart service…"), ButtonKind::Default, u"arrow_clockwise", ControlSize::Small, this))
{
    setObjectName(QStringLiteral("serviceStrip"));
    auto *row = makeRow(this, 8, {24, 6, 24, 6});
    row->addWidget(new IconLabel(u"warning", &Colors::warningText, 16, this));
    row->addWidget(m_text, 1, Qt::AlignVCenter);
    row->addWidget(m_restart);
    m_restart->setObjectName(QStringLiteral("restartService"));
    connect(m_restart, &Button::clicked, this, &ServiceStrip::restartRequested);
    connect(&connection, &WorkspaceConnection::stateChanged, this, &ServiceStrip::showState);
    m_delay.setSingleShot(true);
    m_delay.setInterval(delayMs);
    connect(&m_delay, &QTimer::timeout, this, &QWidget::show);
    hide();
    showState(connection.state());
}

void ServiceStrip::showState(ServiceState state)
{
    if (state == ServiceState::Answers) {
        m_delay.stop();
        return hide();
    }
    m_text->setText(textFor(m_connection));
    setAccessibleName(m_text->text());
    m_restart->setVisible(state == ServiceState::Silent);
    if (isHidden() && !m_delay.isActive())
        m_delay.start();
}

void ServiceStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), over(colors().warningFill, colors().chrome));
    painter.fillRect(QRect(0, height() - 1, width(), 1), colors().strokeSubtle);
}

} // namespace atelier::ui
