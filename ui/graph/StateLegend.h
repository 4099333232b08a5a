#pragma once

#include "ui/graph/GraphModel.h"

#include <QVector>
#include <QWidget>

namespace atelier::ui {

/// How many steps are in which state: "2 completed", "1 running". Where it would be wider than it may be, the
/// numbers alone.
class StateLegend : public QWidget
{
    Q_OBJECT

public:
    explicit StateLegend(GraphModel &model, QWidget *parent = nullptr);

    /// Takes its size, at most that wide.
    void fit(int width);

    [[nodiscard]] QString text() const; ///< "2 completed, 1 running"

Q_SIGNALS:
    /// It says something else and may want another size.
    void changed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Entry
    {
        StateLook state;
        int count = 0;
    };

    void countStates();
    [[nodiscard]] QString words(const Entry &entry) const;
    [[nodiscard]] QString shown(const Entry &entry) const;
    [[nodiscard]] int wantedWidth() const;

    GraphModel &m_model;
    QVector<Entry> m_entries; ///< in the order in which the steps come to them
    bool m_short = false;
};

} // namespace atelier::ui
