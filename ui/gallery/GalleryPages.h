#pragma once

#include <QList>
#include <QString>

class QWidget;

/// One page for each family of widgets, with texts that show their extremes. For those who build the window:
/// its texts are not translated.
namespace atelier::ui::gallery {

struct Page
{
    QString name; ///< also what `--page` takes
    QString icon;
    QWidget *(*make)();
};

[[nodiscard]] QList<Page> pages();

[[nodiscard]] QWidget *makeButtonsPage();
[[nodiscard]] QWidget *makeFieldsPage();
[[nodiscard]] QWidget *makeStatesPage();
[[nodiscard]] QWidget *makeProgressPage();
[[nodiscard]] QWidget *makeCardsPage();
[[nodiscard]] QWidget *makeMessagesPage();
[[nodiscard]] QWidget *makeTablePage();
[[nodiscard]] QWidget *makeEmptyPage();
[[nodiscard]] QWidget *makeDialogPage();
[[nodiscard]] QWidget *makeTypePage();

} // namespace atelier::ui::gallery
