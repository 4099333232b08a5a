#pragma once

#include <QWidget>

class QGridLayout;

namespace atelier::ui {

/// Names and values in two columns. Values can be selected and copied.
class FactList : public QWidget
{
    Q_OBJECT

public:
    enum class Values { Text, Code };

    explicit FactList(Values values = Values::Text, QWidget *parent = nullptr);

    struct Fact
    {
        QString name;
        QString value;
        QString toolTip = {};
        QString note = {}; ///< says that the value is not what it was: both are accented

        bool operator==(const Fact &) const = default;
    };
    /// Facts without a value are left out.
    void setFacts(QList<Fact> facts);

private:
    Values m_values;
    QGridLayout *m_grid;
    QList<Fact> m_facts;
};

} // namespace atelier::ui
