#pragma once

#include <QObject>

class QWidget;

namespace atelier::ui::style {

/// Rounds the corners of popup windows: by translucency, or on X11, where nothing says whether there is a
/// compositor, by a mask.
class PopupCorners : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void round(QWidget &popup);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace atelier::ui::style
