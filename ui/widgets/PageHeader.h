#pragma once

#include "ui/widgets/StateLook.h"

#include <QWidget>

#include <array>
#include <vector>

class QBoxLayout;

namespace atelier::ui {

class Button;
class Crumb;
class ElidedLabel;
class InPlaceEdit;
class Pill;
class TextLabel;

/// The head of a page: where it lies, its title with state and facts, and at most three actions at the end.
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// From now on the title can be changed; `name` is what the pencil is called.
    void makeTitleEditable(const QString &name);
    void setTitleEditable(bool editable);
    void editTitle();
    /// From the top down, four at most, the page itself last; the others are buttons.
    void setBreadcrumb(const QStringList &names);
    void setState(const StateLook &look);
    void setFacts(const QString &facts);
    /// The first comes first; what is added last stands at the very end. `ends`: it cancels or deletes.
    void addAction(QWidget *action, bool ends = false);
    /// The buttons among the actions that can be pressed now; those that end something come last.
    [[nodiscard]] std::vector<Button *> actions() const;
    [[nodiscard]] QString title() const;

Q_SIGNALS:
    void breadcrumbClicked(int index);
    void titleEdited(const QString &title, const QString &before);

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QBoxLayout *makeBreadcrumb();
    /// The facts go first, then the names of the actions; only then is the title elided.
    void fit();
    [[nodiscard]] std::vector<Button *> shownButtons() const;

    struct Step
    {
        Crumb *button = nullptr;
        QWidget *chevron = nullptr;
    };
    std::array<Step, 3> m_crumbs;
    ElidedLabel *m_here = nullptr; ///< the last of the breadcrumb
    QBoxLayout *m_titleRow;
    QBoxLayout *m_actionRow;
    std::vector<QWidget *> m_actions; ///< those that end something last
    std::size_t m_harmless = 0; ///< how many of them end nothing
    ElidedLabel *m_title;
    InPlaceEdit *m_titleEdit = nullptr; ///< around the title, where that can be changed
    Pill *m_state;
    TextLabel *m_facts;
};

} // namespace atelier::ui
