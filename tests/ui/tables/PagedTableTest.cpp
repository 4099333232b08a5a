#include "ui/tables/PagedTable.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <numeric>
#include <vector>

using namespace atelier;
using namespace atelier::ui;

namespace {

constexpr std::int64_t rows = 20'000;
constexpr std::int64_t columns = 100;

/// A table whose cell says where it is, asked for as the service is: every question is kept, and answered
/// later.
class PagedTableTest : public testing::Test
{
protected:
    static constexpr std::int64_t kept = 300; ///< by any filter
    static std::optional<std::int64_t> matches(const TablePart &part)
    {
        return part.filter.empty() ? std::nullopt : std::optional(kept);
    }
    static TablePage pageOf(const TablePart &part)
    {
        TablePage page{"parquet", rows, matches(part), columns, part.offset, part.firstColumn, {}, {}, {}};
        std::vector<std::int64_t> places;
        for (const QString &name : QString::fromStdString(part.names).split(u',', Qt::SkipEmptyParts))
            places.push_back(name.mid(1).toInt());
        const std::int64_t end = part.names.empty() ? part.firstColumn + part.columns : 0;
        for (std::int64_t c = part.firstColumn; c < std::min(columns, end); ++c)
            places.push_back(c);
        for (const std::int64_t c : places)
            page.columns.push_back({"c" + std::to_string(c), "BIGINT", ValueKind::Integer,
                part.wantsProfile ? std::optional<ColumnProfile>(ColumnProfile()) : std::nullopt});
        for (std::int64_t r = part.offset; r < std::min(rows, part.offset + part.limit); ++r) {
            Json row = Json::array();
            for (const std::int64_t c : places)
                row.push_back(r * 1000 + c);
            page.rows.push_back(std::move(row));
        }
        return page;
    }

    void SetUp() override
    {
        m_table.open();
        answer();
        ASSERT_EQ(m_table.rowCount(), rows);
        ASSERT_EQ(m_table.columnCount(), columns);
    }

    /// Answers all that is asked, until nothing is.
    void answer()
    {
        QTest::qWait(1);
        while (!m_open.empty()) {
            const auto [part, answerTo] = m_open.front();
            m_open.erase(m_open.begin());
            answerTo(m_error ? Result<TablePage>(*m_error) : Result<TablePage>(pageOf(part)));
            QTest::qWait(1);
        }
    }

    QString text(int row, int column) { return m_table.index(row, column).data().toString(); }
    bool isHere(int row, int column)
    {
        return m_table.index(row, column).data(PagedTable::IsHereRole).toBool();
    }

    std::vector<TablePart> m_asked;
    std::vector<std::pair<TablePart, PagedTable::Answer>> m_open;
    std::optional<Error> m_error;
    PagedTable m_table{[this](const TablePart &part, QObject *, PagedTable::Answer answer) {
        m_asked.push_back(part);
        m_open.emplace_back(part, std::move(answer));
    }};
};

} // namespace

TEST_F(PagedTableTest, FetchesOnlyWhatIsLookedAt)
{
    const std::size_t before = m_asked.size();
    EXPECT_EQ(before, 1U);
    EXPECT_EQ(text(7, 3), QStringLiteral("7003"));
    EXPECT_FALSE(isHere(19'999, 99));
    answer();
    EXPECT_EQ(text(19'999, 99), QStringLiteral("19999099"));
    EXPECT_EQ(m_table.headerData(99, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("c99"));
    EXPECT_EQ(m_asked.size(), before + 1);
}

TEST_F(PagedTableTest, ForgetsWhatWasScrolledPastBeforeItWasAskedFor)
{
    for (int row = 0; row < rows; row += 200)
        static_cast<void>(text(row, 0));
    answer();
    EXPECT_LT(m_asked.size(), 12U);
    EXPECT_TRUE(isHere(19'999, 0)) << "where the scrolling ended";
    EXPECT_FALSE(isHere(10'000, 0));
}

TEST_F(PagedTableTest, KeepsTheTilesThatWereUsedLast)
{
    for (int row = 0; row < 200 * 80; row += 200) {
        static_cast<void>(text(row, 0));
        answer();
    }
    EXPECT_TRUE(isHere(200 * 79, 0));
    EXPECT_FALSE(isHere(0, 0));
    answer();
    EXPECT_EQ(text(0, 0), QStringLiteral("0"));
}

TEST_F(PagedTableTest, FetchesTheProfilesOfAGroupOfColumnsOnce)
{
    QSignalSpy arrived(&m_table, &PagedTable::profilesArrived);
    for (int column = 0; column < 40; ++column)
        static_cast<void>(m_table.profiledColumn(column));
    answer();
    EXPECT_EQ(arrived.count(), 1);
    EXPECT_EQ(m_asked.size(), 2U);
    EXPECT_TRUE(m_asked.back().wantsProfile);
    EXPECT_EQ(m_asked.back().limit, 0);
    EXPECT_TRUE(m_table.column(39)->profile);
    EXPECT_EQ(m_table.column(40), nullptr);
}

TEST_F(PagedTableTest, TellsWhatCouldNotBeFetchedAndDoesNotAskForItAgain)
{
    QSignalSpy failed(&m_table, &PagedTable::partFailed);
    m_error = Error{ErrorKind::Busy, "table.slow", "Too slow.", {}, {}};
    static_cast<void>(text(5000, 0));
    answer();
    EXPECT_EQ(failed.count(), 1);
    static_cast<void>(text(5000, 0));
    answer();
    EXPECT_EQ(m_asked.size(), 2U);
    EXPECT_EQ(text(7, 3), QStringLiteral("7003"));
}

TEST_F(PagedTableTest, IsAModelAsQtWantsIt)
{
    const QAbstractItemModelTester tester(&m_table, QAbstractItemModelTester::FailureReportingMode::Fatal);
    static_cast<void>(text(300, 90));
    static_cast<void>(m_table.profiledColumn(90));
    answer();
    EXPECT_EQ(text(300, 90), QStringLiteral("300090"));
}

TEST_F(PagedTableTest, ShowsTheRowsThatAFilterLeavesAndAllAgainWithoutOne)
{
    m_table.choose(QStringLiteral("c1>5"));
    EXPECT_EQ(m_table.rowCount(), rows) << "until the others are here";
    answer();
    EXPECT_EQ(m_asked.back().filter, "c1>5");
    EXPECT_EQ(m_table.rowCount(), kept);
    EXPECT_EQ(m_table.matches(), kept);
    EXPECT_EQ(m_table.total(), rows);
    static_cast<void>(text(250, 3));
    answer();
    EXPECT_EQ(m_asked.back().filter, "c1>5") << "later tiles too";
    m_table.choose({});
    answer();
    EXPECT_EQ(m_table.rowCount(), rows);
    EXPECT_FALSE(m_table.matches());
}

TEST_F(PagedTableTest, KeepsItsRowsWhereAFilterIsRefused)
{
    m_error = Error{ErrorKind::Invalid, "filter.column", "No such column.", {}, {}};
    const QSignalSpy refused(&m_table, &PagedTable::refused);
    m_table.choose(QStringLiteral("x>5"));
    answer();
    EXPECT_EQ(refused.count(), 1);
    EXPECT_FALSE(m_table.isFiltered());
    EXPECT_EQ(text(7, 3), QStringLiteral("7003"));
    m_error.reset();
    static_cast<void>(text(19'999, 0));
    answer();
    EXPECT_EQ(m_asked.back().filter, "");
}

TEST_F(PagedTableTest, SortsByAColumnWhateverItIsCalled)
{
    m_table.sortBy(3, Qt::DescendingOrder);
    answer();
    EXPECT_EQ(m_asked.back().sort, "-c3");
    EXPECT_EQ(m_table.sortedColumn(), 3);
    m_table.sortBy({});
    answer();
    EXPECT_EQ(m_asked.back().sort, "");
}

TEST_F(PagedTableTest, TakesNoAnswerToAnOlderChoice)
{
    m_table.choose(QStringLiteral("c1>5"));
    m_table.choose(QString());
    const QSignalSpy chosen(&m_table, &PagedTable::chosen);
    answer();
    EXPECT_EQ(chosen.count(), 1);
    EXPECT_EQ(m_table.rowCount(), rows);
}

TEST_F(PagedTableTest, ShowsChosenColumnsInTheirOrderAndFetchesTheseAlone)
{
    m_table.sortBy(7, Qt::DescendingOrder);
    const QSignalSpy known(&m_table, &PagedTable::columnsKnown);
    m_table.askColumns();
    answer();
    ASSERT_EQ(known.count(), 1);
    ASSERT_EQ(m_table.fileColumns().size(), std::size_t{columns});
    m_table.chooseColumns({99, 7, 3});
    answer();
    EXPECT_EQ(m_asked.back().names, "c99,c7,c3");
    EXPECT_EQ(m_table.columnCount(), 3);
    EXPECT_EQ(text(7, 0), QStringLiteral("7099"));
    EXPECT_EQ(m_table.sortedColumn(), 1) << "where it is now";
    EXPECT_EQ(m_table.shownPart().names, "c99,c7,c3");
    EXPECT_EQ(m_table.shownPart().sort, "-c7");
    static_cast<void>(m_table.profiledColumn(2));
    answer();
    EXPECT_EQ(m_asked.back().names, "c99,c7,c3");
    EXPECT_TRUE(m_table.column(2)->profile);
    m_table.chooseColumns({3});
    answer();
    EXPECT_FALSE(m_table.sortedColumn()) << "its column is not shown";
    std::vector<int> all(columns);
    std::iota(all.begin(), all.end(), 0);
    m_table.chooseColumns(all);
    answer();
    EXPECT_EQ(m_asked.back().names, "");
    EXPECT_EQ(m_table.shownPart().names, "");
    EXPECT_EQ(text(7, 99), QString()) << "not here yet";
    answer();
    EXPECT_EQ(text(7, 99), QStringLiteral("7099"));
}

TEST_F(PagedTableTest, TakesNoProfileOfColumnsThatWereShownBefore)
{
    m_table.askColumns();
    answer();
    static_cast<void>(m_table.profiledColumn(0));
    QTest::qWait(1);
    m_table.chooseColumns({5, 6});
    answer();
    EXPECT_EQ(m_table.column(0)->name, "c5");
    EXPECT_EQ(m_table.columnCount(), 2);
}
