#include "ui/widgets/Layouts.h"

#include <QGuiApplication>
#include <QWidget>

#include <memory>

namespace atelier::ui {

namespace {

template<typename Layout>
Layout *make(QWidget *parent, int spacing, QMargins margins)
{
    auto *layout = new Layout(parent);
    layout->setSpacing(spacing);
    layout->setContentsMargins(startEnd(margins));
    return layout;
}

} // namespace

QMargins startEnd(QMargins margins)
{
    if (QGuiApplication::layoutDirection() == Qt::LeftToRight)
        return margins;
    return {margins.right(), margins.top(), margins.left(), margins.bottom()};
}

QHBoxLayout *makeRow(QWidget *parent, int spacing, QMargins margins)
{
    return make<QHBoxLayout>(parent, spacing, margins);
}

QVBoxLayout *makeColumn(QWidget *parent, int spacing, QMargins margins)
{
    return make<QVBoxLayout>(parent, spacing, margins);
}

void clearLayout(QLayout &layout)
{
    while (const std::unique_ptr<QLayoutItem> item{layout.takeAt(0)}) {
        if (item->layout() != nullptr)
            clearLayout(*item->layout());
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
    }
}

} // namespace atelier::ui
