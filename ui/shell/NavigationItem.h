#pragma once

#include <QPushButton>

namespace atelier::ui {

/// A line of the navigation: icon, name and, where something runs, how many.
class NavigationItem : public QPushButton
{
    Q_OBJECT

public:
    NavigationItem(const QString &name, QStringView icon, QWidget *parent = nullptr);

    void setIconName(QStringView icon);
    void setName(const QString &name);
    void setCount(int count); ///< 0: no badge
    void setCompact(bool compact); ///< shows the icon alone

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();

    QString m_icon;
    int m_count = 0;
    bool m_isCompact = false;
};

} // namespace atelier::ui
