#include "core/storage/JobListing.h"

#include "core/storage/Database.h"
#include "core/storage/Pattern.h"

namespace atelier {

namespace {

/// The conditions of a query, joined by AND, and what their question marks stand for.
class Conditions
{
public:
    void add(const std::string &condition) { m_sql += (m_sql.empty() ? " WHERE " : " AND ") + condition; }
    void add(const std::string &condition, Value value)
    {
        add(condition);
        m_values.push_back(std::move(value));
    }
    void addOneOf(const std::string &column, const std::vector<Value> &values)
    {
        if (values.empty())
            return;
        std::string marks;
        for (const Value &value : values) {
            marks += marks.empty() ? "?" : ", ?";
            m_values.push_back(value);
        }
        add(column + " IN (" + marks + ")");
    }

    [[nodiscard]] const std::string &sql() const { return m_sql; }
    [[nodiscard]] const std::vector<Value> &values() const { return m_values; }

private:
    std::string m_sql;
    std::vector<Value> m_values;
};

template<typename Items, typename Convert>
std::vector<Value> valuesOf(const Items &items, Convert convert)
{
    std::vector<Value> values;
    for (const auto &item : items)
        values.emplace_back(convert(item));
    return values;
}

Conditions conditionsOf(const JobQuery &query)
{
    Conditions where;
    if (query.lifecycle != JobQuery::Lifecycle::Any)
        where.add("job.lifecycle = ?", query.lifecycle == JobQuery::Lifecycle::Active ? "active" : "deleted");
    if (query.topLevelOnly)
        where.add("job.parent_id IS NULL");
    if (query.parentId)
        where.add("job.parent_id = ?", *query.parentId);
    const auto nameOf = [](auto item) { return std::string(name(item)); };
    where.addOneOf("job.status", valuesOf(query.statuses, nameOf));
    where.addOneOf("job.type", valuesOf(query.types, nameOf));
    where.addOneOf("job.experiment_id", valuesOf(query.experimentIds, [](std::int64_t id) { return id; }));
    if (!query.user.empty())
        where.add("job.user = ?", query.user);
    if (!query.text.empty())
        where.add(
            "(job.name || char(10) || job.display_name || char(10) || job.description) LIKE ? ESCAPE '\\'",
            patternAnywhere(query.text));
    return where;
}

std::string orderOf(const JobQuery &query)
{
    const std::string direction = query.descending ? " DESC" : " ASC";
    switch (query.sort) {
    case JobQuery::Sort::Created:
        return "job.created_ms" + direction + ", job.id" + direction;
    case JobQuery::Sort::Name:
        return "job.name" + direction;
    case JobQuery::Sort::DisplayName:
        return "job.display_name" + direction + ", job.id DESC";
    case JobQuery::Sort::Status:
        return "job.status" + direction + ", job.created_ms DESC, job.id DESC";
    case JobQuery::Sort::Experiment:
        return "(SELECT name FROM experiment WHERE id = job.experiment_id)" + direction
            + ", job.created_ms DESC, job.id DESC";
    case JobQuery::Sort::Ended:
        return "job.ended_ms" + direction + " NULLS LAST, job.id DESC";
    case JobQuery::Sort::Duration: // a job that never started comes last either way
        return "(ifnull(job.ended_ms, ?) - job.started_ms)" + direction + " NULLS LAST, job.id DESC";
    }
    return "job.id";
}

} // namespace

Result<JobPage> listJobs(Database &database, const JobQuery &query)
{
    const Conditions where = conditionsOf(query);
    const auto total = database.value<std::int64_t>("SELECT count(*) FROM job" + where.sql(), where.values());
    if (!total)
        return total.error();
    // Sorted by narrow rows first: only the jobs of the page are read whole.
    std::vector<Value> values = where.values();
    if (query.sort == JobQuery::Sort::Duration)
        values.emplace_back(query.nowMs);
    values.emplace_back(query.limit);
    values.emplace_back(query.offset);
    Result<std::vector<std::int64_t>> ids = database.query(
        "SELECT job.id FROM job" + where.sql() + " ORDER BY " + orderOf(query) + " LIMIT ? OFFSET ?",
        [](const Row &row) { return row.get<std::int64_t>(0); }, values);
    if (!ids)
        return ids.error();
    JobPage page{{}, (*total).value_or(0)};
    for (const std::int64_t id : *ids) {
        Result<void> done = database.forEach(
            "SELECT " + JobRepository::columnsWithoutDocument + " FROM job WHERE id = ?1",
            [&](const Row &row) { page.rows.push_back(JobRepository::read(row)); }, id);
        if (!done)
            return done.error();
    }
    return page;
}

} // namespace atelier
