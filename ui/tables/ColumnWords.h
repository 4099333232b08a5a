#pragma once

#include "core/domain/TablePage.h"

#include <QCoreApplication>
#include <QString>

namespace atelier::ui {

class PagedTable;

/// What is said of a column, under its name and to a screen reader.
struct ColumnWords
{
    Q_DECLARE_TR_FUNCTIONS(ColumnWords)

public:
    [[nodiscard]] static QString kind(const TableColumn &column);
    /// `19 – 79`, `2 values`; "" without a profile.
    [[nodiscard]] static QString range(const TableColumn &column);
    /// `3 empty`; "" where none is.
    [[nodiscard]] static QString empty(const TableColumn &column);
    /// Where cells are empty, for the columns whose profiles are here.
    [[nodiscard]] static QString emptyCells(const PagedTable &table);
    /// The whole column as one sentence, its distribution too.
    [[nodiscard]] static QString sentence(const TableColumn &column);
};

} // namespace atelier::ui
