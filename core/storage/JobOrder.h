#pragma once

#include "core/storage/JobListing.h"
#include "core/storage/SqlText.h"
#include "core/storage/Statement.h"

#include <vector>

namespace atelier {

/// The order of a list of jobs, as SQL. Behind its columns comes `job.id`.
class JobOrder
{
public:
    explicit JobOrder(const JobQuery &query);

    /// Behind FROM job.
    [[nodiscard]] const SqlText &joins() const { return m_joins; }
    /// `, a, b`: what a place in the list consists of.
    [[nodiscard]] SqlText columns() const;
    /// The place of a row whose columns begin at `first`.
    [[nodiscard]] std::vector<Value> placeOf(const Row &row, int first) const;
    [[nodiscard]] SqlText orderBy() const;
    /// The condition for jobs that come later. Its values need not be of the kind that the columns are.
    [[nodiscard]] SqlText after(const JobListPlace &place) const;

private:
    enum class Kind { Integer, Real, Text };
    struct Column
    {
        SqlText sql;
        Kind kind;
        bool isDescending;
    };
    void addParameter(const std::string &key, bool isDescending);
    void add(SqlText sql, Kind kind, bool isDescending);
    void addOptional(const SqlText &sql, Kind kind, bool isDescending, const char *absent);
    void addSort(const JobQuery &query);

    SqlText m_joins;
    std::vector<Column> m_columns;
    bool m_isIdDescending = true;
};

} // namespace atelier
