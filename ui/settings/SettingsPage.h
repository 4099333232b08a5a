#pragma once

#include "ui/shell/Page.h"
#include "ui/shell/Studio.h"

namespace atelier::ui {

class EmptyState;
class NavigationItem;
class PageStack;
class Pane;
class SearchField;
class Setting;
class SettingsSection;

/// The settings: sections at the start, one of them in front, and a search over all of them. The address's
/// tab names the section: appearance, workspace, shortcuts, about.
class SettingsPage : public Page
{
    Q_OBJECT

public:
    explicit SettingsPage(const Studio &studio, QWidget *parent = nullptr);

    void show(const Address &address) override;
    void setInFront(bool isInFront) override;
    void refresh() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Entry
    {
        QString id;
        SettingsSection *section;
        NavigationItem *item;
    };

    QWidget *makeHead();
    void addSection(const QString &id, SettingsSection *section);
    void choose(const Entry &entry);
    void search(const QString &text);
    void goToFound();
    void placeNavigation();
    /// Marks what has all the words, and answers whether the section has any or is named by them.
    static bool mark(SettingsSection &section, const QStringList &words);
    [[nodiscard]] static Setting *firstFound(const SettingsSection &section);

    const Studio m_studio;
    SearchField *m_search;
    Pane *m_navigation;
    PageStack *m_stack;
    EmptyState *m_nothing;
    std::vector<Entry> m_entries;
    bool m_isInFront = false;
};

} // namespace atelier::ui
