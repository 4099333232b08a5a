#pragma once

#include "ui/theme/ControlLook.h"

#include <QPushButton>

namespace atelier::ui {

class Ticker;

/// A push button. Its text is a verb; it ends in "…" only if a dialog follows.
class Button : public QPushButton
{
    Q_OBJECT

public:
    explicit Button(const QString &text, ButtonKind kind = ButtonKind::Default, QStringView icon = {},
        ControlSize size = ControlSize::Normal, QWidget *parent = nullptr);

    void setKind(ButtonKind kind);
    void setIconName(QStringView icon);
    [[nodiscard]] QString iconName() const { return m_icon; }

    /// Shows its icon alone, where it has one; its name is said and told as before.
    void setIconOnly(bool isIconOnly);
    /// With its name, whether that is shown or not.
    [[nodiscard]] QSize namedSizeHint() const { return QPushButton::sizeHint(); }
    [[nodiscard]] QSize sizeHint() const override;

    /// Shows a spinner and takes no clicks; the width stays.
    void setBusy(bool busy);
    [[nodiscard]] bool isBusy() const { return m_busy; }

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void initStyleOption(QStyleOptionButton *option) const override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void applyFont();
    void showIcon();

    QString m_icon;
    bool m_isIconOnly = false;
    bool m_busy = false; // before the ticker, since event() hears of a new child
    Ticker *m_ticker;
};

} // namespace atelier::ui
