#include "ui/graph/ZoomBar.h"

#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Layouts.h"

#include <QKeySequence>
#include <QPainter>

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::ui {

namespace {

// The keys belong to the canvas, as Ctrl with them changes the text size everywhere.
IconButton *makeButton(QWidget *bar, QStringView icon, const QString &name, const QString &keys)
{
    auto *button = new IconButton(icon, name, ControlSize::Small, bar);
    button->setToolTip(u"%1 (%2)"_s.arg(name, keys));
    bar->layout()->addWidget(button);
    return button;
}

} // namespace

ZoomBar::ZoomBar(QWidget *parent)
    : QWidget(parent)
{
    makeRow(this, 0, {4, 3, 4, 3});
    auto *out = makeButton(this, u"zoom_out", tr("Zoom out"), u"-"_s);
    auto *in = makeButton(this, u"zoom_in", tr("Zoom in"), u"+"_s);
    auto *fit = makeButton(this, u"page_fit", tr("Show all"),
        QKeySequence(Qt::SHIFT | Qt::Key_1).toString(QKeySequence::NativeText));
    out->setObjectName(u"zoomOut"_s);
    in->setObjectName(u"zoomIn"_s);
    fit->setObjectName(u"zoomFit"_s);
    connect(out, &QToolButton::clicked, this, &ZoomBar::zoomOutRequested);
    connect(in, &QToolButton::clicked, this, &ZoomBar::zoomInRequested);
    connect(fit, &QToolButton::clicked, this, &ZoomBar::fitRequested);
}

void ZoomBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    drawBox(painter, rect(), cardRadius, colors().raised, colors().strokeSubtle);
}

} // namespace atelier::ui
