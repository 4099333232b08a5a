#include "ui/jobs/JobLink.h"

#include "ui/theme/Type.h"

namespace atelier::ui {

namespace {

constexpr int widestName = 150;

} // namespace

JobLink::JobLink(QStringView icon, QWidget *parent)
    : Button({}, ButtonKind::Link, icon, ControlSize::Small, parent)
{
}

void JobLink::setJob(const QString &text, const QString &name)
{
    const QString whole = text.arg(name);
    setText(text.arg(fontMetrics().elidedText(name, Qt::ElideMiddle, scaled(widestName))));
    setAccessibleName(whole);
    setToolTip(this->text() == whole ? QString() : whole);
}

} // namespace atelier::ui
