#include "ui/shell/SearchButton.h"

#include "ui/theme/Draw.h"
#include "ui/theme/Icon.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Focus.h"
#include "ui/widgets/KeyCap.h"
#include "ui/widgets/Layouts.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QPainter>
#include <QStyle>

namespace atelier::ui {

SearchButton::SearchButton(QWidget *parent)
    : QPushButton(tr("Search jobs and commands"), parent)
{
    setObjectName(QStringLiteral("search"));
    setAccessibleName(text());
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *row = makeRow(this, 3, {0, 0, 6, 0});
    row->addStretch();
    for (const QString &key : keysOf(QKeySequence(QStringLiteral("Ctrl+K"))))
        row->addWidget(new KeyCap(key, this));
}

QSize SearchButton::sizeHint() const
{
    return {scaled(460), scaled(32)};
}

void SearchButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawBox(painter, rect(), controlRadius, colors().field, colors().stroke);
    drawStateLayer(painter, rect(), controlRadius, {underMouse(), isDown(), false});
    const auto placed
        = [this](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    paintIcon(painter, u"search", placed({9, (height() - 16) / 2, 16, 16}), colors().text3);
    painter.setFont(ui::font(TextStyle::Body));
    painter.setPen(colors().text3);
    painter.drawText(placed(rect().adjusted(34, 0, -80, 0)), Qt::AlignLeft | Qt::AlignVCenter, text());
    if (hasKeyboardFocus(*this))
        drawFocusRing(painter, rect(), controlRadius);
}

} // namespace atelier::ui
