#include "ui/theme/StudioStyle.h"

#include <QStyleFactory>

namespace atelier::ui {

StudioStyle::StudioStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

} // namespace atelier::ui
