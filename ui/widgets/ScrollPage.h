#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace atelier::ui {

/// A page that scrolls downwards: a column with the page's gutters.
class ScrollPage : public QScrollArea
{
    Q_OBJECT

public:
    explicit ScrollPage(QWidget *parent = nullptr);

    [[nodiscard]] QVBoxLayout *column() const { return m_column; }

private:
    QVBoxLayout *m_column;
};

} // namespace atelier::ui
