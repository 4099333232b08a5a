#pragma once

#include "ui/widgets/IconButton.h"

namespace atelier::ui {

/// Opens the notification centre; has a dot while there is something in it that has not been read.
class BellButton : public IconButton
{
    Q_OBJECT

public:
    explicit BellButton(QWidget *parent = nullptr);

    void setUnread(int count);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_unread = 0;
};

} // namespace atelier::ui
