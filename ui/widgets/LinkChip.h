#pragma once

#include <QPushButton>

namespace atelier::ui {

/// A thing that can be opened: icon, name as a link and a fact, in a box 28 px high.
class LinkChip : public QPushButton
{
    Q_OBJECT

public:
    LinkChip(QStringView icon, const QString &name, const QString &fact = {}, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    QString m_fact;
};

} // namespace atelier::ui
