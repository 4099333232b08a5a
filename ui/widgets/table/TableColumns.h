#pragma once

#include <QObject>
#include <QPoint>
#include <QSet>

namespace atelier::ui {

class DataTable;

/// The header of a table: how wide its columns are, which leave when it gets narrow, and which the user wants
/// to see.
class TableColumns : public QObject
{
    Q_OBJECT

public:
    explicit TableColumns(DataTable &table);

    /// Gives every column its width at the text scale in force.
    void size();
    void hideNarrow();

private:
    void choose(const QPoint &position);

    DataTable &m_table;
    QSet<int> m_hiddenByUser;
};

} // namespace atelier::ui
