#pragma once

#include "ui/theme/ControlLook.h"

#include <QKeySequence>
#include <QToolButton>

namespace atelier::ui {

/// A button that is an icon alone, 32 or 26 px; its name is its tool tip and what a screen reader says.
class IconButton : public QToolButton
{
    Q_OBJECT

public:
    IconButton(QStringView icon, const QString &name, ControlSize size = ControlSize::Normal,
        QWidget *parent = nullptr);

    void setIconName(QStringView icon);
    void setName(const QString &name);
    /// Works as a shortcut and is shown in the tool tip.
    void setKeys(const QKeySequence &keys);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void describe();
};

} // namespace atelier::ui
