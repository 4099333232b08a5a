#pragma once

#include "ui/settings/Setting.h"
#include "ui/theme/Theme.h"

class QGridLayout;

namespace atelier::ui {

class ThemeCard;

/// The themes as radio cards: side by side, in pairs where there is little room.
class ThemeChoice : public Setting
{
    Q_OBJECT

public:
    explicit ThemeChoice(QWidget *parent = nullptr);

    void setCurrent(Scheme scheme);

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(atelier::ui::Scheme scheme);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addCard(Scheme scheme, const QString &name);
    void place(int columns);

    QGridLayout *m_grid;
    QList<ThemeCard *> m_cards; ///< in the order of Scheme
    int m_columns = 0;
};

} // namespace atelier::ui
