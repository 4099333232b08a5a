#pragma once

#include "ui/widgets/table/TableModel.h"

#include <QMap>
#include <QObject>
#include <QPoint>
#include <QStringList>
#include <QVariantMap>

#include <functional>

class QMenu;

namespace atelier::ui {

class DataTable;

/// The header of a table: in which order its columns stand, how wide they are, which leave when it gets
/// narrow or has nothing to say, and which the user wants to see whatever happens.
class TableColumns : public QObject
{
    Q_OBJECT

public:
    explicit TableColumns(DataTable &table);

    /// Gives every column its width at the text scale in force.
    void size();
    /// The same where the names need another width than before: soon, once for all rows that come and go
    /// until then.
    void rowsChanged(int first);
    /// Hides what has no room and gives what is left to the column that takes it.
    void fit();

    /// Ids in their order; `+` stands before a column that is always shown, `-` before one that never is.
    [[nodiscard]] QStringList arrangement() const;
    void setArrangement(const QStringList &arrangement);
    /// Those that the user chose, by id, in pixels at 100 %.
    [[nodiscard]] const QVariantMap &widths() const { return m_widths; }
    void setWidths(const QVariantMap &widths);

    /// Adds a tick for each column.
    void fillMenu(QMenu &menu);
    /// What else the header's menu offers.
    void setMenuExtension(std::function<void(QMenu &)> extend) { m_extend = std::move(extend); }

Q_SIGNALS:
    void changed(); ///< by the user

private:
    enum class Wish { None, Show, Hide };

    void choose(const QPoint &position);
    void wish(const QString &id, Wish wish);
    void resized(int index, int width);
    void sorted(int index);
    [[nodiscard]] Wish wishOf(const Column &column) const { return m_wishes.value(column.id, Wish::None); }
    [[nodiscard]] bool isWanted(int index) const;
    [[nodiscard]] int widthOf(int index) const;
    void measure();
    /// What the names of the first rows ask for, within bounds: the one with the most letters speaks for all.
    [[nodiscard]] int nameWidth() const;
    [[nodiscard]] QList<bool> shown() const;

    DataTable &m_table;
    QMap<QString, Wish> m_wishes; ///< by id
    QVariantMap m_widths;
    int m_nameWidth = 0;
    bool m_isMeasureDue = false;
    std::function<void(QMenu &)> m_extend;
    bool m_isArranging = false; ///< what the header tells is not the user's doing
};

} // namespace atelier::ui
