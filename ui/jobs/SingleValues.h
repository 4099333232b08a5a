#pragma once

#include "core/series/History.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace atelier::ui {

class CardGrid;

/// Cards for metrics of which there is one value and so no line: name, value, step and time.
class SingleValues : public QWidget
{
    Q_OBJECT

public:
    explicit SingleValues(QWidget *parent = nullptr);

    /// What a card says.
    struct Single
    {
        QString name;
        QString value;
        QString when;

        bool operator==(const Single &) const = default;
    };
    [[nodiscard]] static Single single(const QString &name, const series::Point &point);

    /// In this order; hidden while there are none.
    void setValues(std::vector<Single> values);

private:
    [[nodiscard]] QWidget *makeCard(const Single &single);

    CardGrid *m_grid;
    std::vector<Single> m_values;
    std::vector<QWidget *> m_cards; ///< of the same
};

} // namespace atelier::ui
