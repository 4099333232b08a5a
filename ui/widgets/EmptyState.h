#pragma once

#include <QWidget>

class QBoxLayout;

namespace atelier::ui {

class Button;
class EmptyArt;

/// What stands where there is nothing yet: art where it has room, a title, what the thing is in one sentence,
/// and how to get one.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(QStringView icon, const QString &title, const QString &text, QWidget *parent = nullptr);

    /// The first is the primary one.
    void addAction(Button *action);
    /// A way to get one, as a card of its own; three at most.
    void addWay(QStringView icon, const QString &title, const QString &text);

    [[nodiscard]] QSize minimumSizeHint() const override;
    /// It would count the art, which may go.
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }

Q_SIGNALS:
    void wayChosen(int index);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int heightOfWords() const;

    EmptyArt *m_art;
    QBoxLayout *m_actions;
    QBoxLayout *m_ways;
    int m_wayCount = 0;
};

} // namespace atelier::ui
