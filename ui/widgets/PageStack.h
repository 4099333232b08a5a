#pragma once

#include <QStackedWidget>

namespace atelier::ui {

/// Pages of which one shows. A screen reader finds that one alone: Qt offers all of them, and says of the
/// rows of their tables that they show.
class PageStack : public QStackedWidget
{
    Q_OBJECT

public:
    explicit PageStack(QWidget *parent = nullptr);
};

} // namespace atelier::ui
