#pragma once

#include <QWidget>

class QButtonGroup;

namespace atelier::ui {

/// Two to four choices of which one holds, side by side; arrow keys move between them.
class Segmented : public QWidget
{
    Q_OBJECT

public:
    struct Choice
    {
        QString text; ///< also the name of a choice that shows its icon alone
        QString icon = {};
        bool iconOnly = false;
    };

    Segmented(const QString &name, const QList<Choice> &choices, QWidget *parent = nullptr);

    void setCurrent(int index);
    [[nodiscard]] int current() const;

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group;
};

} // namespace atelier::ui
