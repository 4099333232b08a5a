#pragma once

#include "core/base/Result.h"
#include "core/domain/TablePage.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace atelier::ui {

/// A table of any size of which only what is looked at is fetched: tiles of rows and columns, and the
/// profiles of columns by groups. Cells that are not here yet have no text. What is under way ends with the
/// model.
class PagedTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    using Answer = std::function<void(Result<TablePage>)>;
    /// Asks for a part on behalf of a receiver, whose end cancels.
    using Ask = std::function<void(const TablePart &part, QObject *receiver, Answer answer)>;

    enum Role {
        IsEmptyRole = Qt::UserRole, ///< the cell is here and has no value
        IsHereRole, ///< false while the cell is being fetched
        ExactRole, ///< the text that is copied
    };

    explicit PagedTable(Ask ask, QObject *parent = nullptr);

    /// Asks for the first tile; `opened` or `failed` follows.
    void open();

    /// Other rows or another order, over the whole table: what is here stays until `chosen` or `refused`
    /// follows.
    /// False where these rows are chosen already.
    bool choose(const QString &filter);
    void sortBy(std::optional<int> column, Qt::SortOrder order = Qt::AscendingOrder);
    [[nodiscard]] std::optional<int> sortedColumn() const { return m_choice.sorted; }
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_choice.order; }
    [[nodiscard]] bool isFiltered() const { return !m_choice.filter.isEmpty(); }
    /// Asks for the names of all columns, which `columnsKnown` or `partFailed` follows.
    void askColumns();
    [[nodiscard]] const std::vector<TableColumn> &fileColumns() const { return m_fileColumns; }
    /// After columnsKnown: shows these of the file's columns, in this order.
    void chooseColumns(std::vector<int> places);
    /// Places in the file's columns; empty for all, as the file has them.
    [[nodiscard]] const std::vector<int> &chosenColumns() const { return m_places; }
    /// All that is shown, as it is asked for; its columns by names where they are chosen.
    [[nodiscard]] TablePart shownPart() const;
    /// Rows that the filter leaves; nothing where none is in force or that is not known.
    [[nodiscard]] std::optional<std::int64_t> matches() const { return m_matches; }

    /// Nothing until its tile or its profile is here.
    [[nodiscard]] const TableColumn *column(int column) const;
    /// The same, and has the profile fetched where it is missing.
    const TableColumn *profiledColumn(int column);
    /// Rows of the whole table; nothing where that is not known yet.
    [[nodiscard]] std::optional<std::int64_t> total() const { return m_total; }
    [[nodiscard]] const std::vector<Error> &warnings() const { return m_warnings; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void opened();
    void failed(const atelier::Error &error); ///< the first tile: there is nothing to show
    void partFailed(const atelier::Error &error); ///< a later one
    void chosen(); ///< the rows of a new choice are here
    void refused(const atelier::Error &error); ///< a choice that cannot be; the rows of the one before stay
    void columnsKnown(); ///< the names of all
    void columnsArrived(int first, int last); ///< their names and types
    void profilesArrived(int first, int last);

private:
    static constexpr int tileRows = 200;
    static constexpr int tileColumns = 40;
    static constexpr std::int64_t mostRows = 1'000'000; ///< more than a scroll bar can point to

    using Place = std::pair<int, int>; ///< of a tile: by rows, by columns
    struct Tile
    {
        std::vector<Json> rows;
        mutable quint64 used = 0;
    };

    struct Choice
    {
        QString filter;
        std::optional<int> sorted;
        Qt::SortOrder order = Qt::AscendingOrder;
    };

    [[nodiscard]] const Json *cell(const QModelIndex &index) const;
    void want(const Place &place) const;
    void fetch();
    [[nodiscard]] TablePart partOf(const Place &place) const;
    [[nodiscard]] std::string sortOf(const Choice &choice) const;
    [[nodiscard]] std::string namesFrom(std::size_t first, std::size_t count) const;
    void askAnew();
    void takeChoice(const Result<TablePage> &page);
    void fetchTile(const Place &place);
    void fetchProfiles(int group);
    void takeFirst(const Result<TablePage> &page);
    void takeTile(const Place &place, const Result<TablePage> &page);
    void takeProfiles(int first, const Result<TablePage> &page);
    /// `from` is the model's: a page of columns by names does not tell it.
    void takeColumns(int from, const TablePage &page);
    void moveOrder(const std::vector<int> &before);
    void keep(const Place &place, const TablePage &page);
    void setTotal(std::optional<std::int64_t> total);

    const Ask m_ask;
    Choice m_choice;
    Choice m_shown; ///< of the rows that are here
    std::size_t m_columnCount = 0; ///< of the file
    std::vector<TableColumn> m_fileColumns; ///< once they were asked for
    std::vector<int> m_places; ///< of the chosen columns in them; empty for all
    bool m_hasNewColumns = false; ///< not sized yet
    int m_columnTurn = 0; ///< rises with each choice of columns
    bool m_isChoosing = false; ///< no tile is asked for until the answer is there
    int m_turn = 0; ///< rises with each choice: answers to an older one are late
    std::optional<std::int64_t> m_matches;
    std::optional<std::int64_t> m_total;
    int m_rows = 0;
    std::vector<std::optional<TableColumn>> m_columns;
    std::vector<Error> m_warnings;
    std::map<Place, Tile> m_tiles;
    std::set<Place> m_asked; ///< tiles that are under way or failed
    std::set<int> m_profiled; ///< groups of columns that were asked for
    mutable std::deque<Place> m_wanted; ///< the latest first
    std::deque<int> m_wantedProfiles;
    mutable quint64 m_clock = 0;
    int m_underWay = 0;
    mutable QTimer m_fetch;
};

} // namespace atelier::ui
