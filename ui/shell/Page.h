#pragma once

#include "ui/shell/Address.h"

#include <QWidget>

namespace atelier::ui {

/// One page of the window. Only the page in front works: what is behind asks for nothing.
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Shows what the address names; called before the page comes to the front, and while it is there.
    virtual void show(const Address &address) = 0;
    /// Whether it is the page in front.
    virtual void setInFront(bool isInFront) = 0;
    /// What F5 does.
    virtual void refresh() { }

    using QWidget::show;
};

} // namespace atelier::ui
