#include "core/storage/JobListing.h"

#include "core/base/Json.h"
#include "core/storage/Database.h"
#include "core/storage/JobConditionSql.h"
#include "core/storage/JobOrder.h"
#include "core/storage/Pattern.h"

namespace atelier {

namespace {

/// The conditions of a query, joined by AND.
class Conditions
{
public:
    void add(const SqlText &condition)
    {
        m_sql.append({m_sql.text.empty() ? " WHERE " : " AND "});
        m_sql.append(condition);
    }
    void addOneOf(const std::string &column, const Json &values)
    {
        if (!values.empty())
            add({column + " IN (SELECT value FROM json_each(?))", {toText(values)}});
    }

    [[nodiscard]] const SqlText &sql() const { return m_sql; }

private:
    SqlText m_sql;
};

template<typename Item>
Json namesOf(const std::vector<Item> &items)
{
    Json names = Json::array();
    for (const Item item : items)
        names.push_back(name(item));
    return names;
}

Conditions conditionsOf(const JobQuery &query)
{
    Conditions where;
    if (query.lifecycle != JobQuery::Lifecycle::Any)
        where.add(
            {"job.lifecycle = ?", {query.lifecycle == JobQuery::Lifecycle::Active ? "active" : "deleted"}});
    if (query.topLevelOnly)
        where.add({"job.parent_id IS NULL"});
    if (query.parentId)
        where.add({"job.parent_id = ?", {*query.parentId}});
    where.addOneOf("job.status", namesOf(query.statuses));
    where.addOneOf("job.type", namesOf(query.types));
    where.addOneOf("job.experiment_id", Json(query.experimentIds));
    if (!query.user.empty())
        where.add({"job.user = ?", {query.user}});
    if (!query.text.empty())
        where.add(sqlOf({JobField::Text, {}, {}, {query.text}, {}, {}, false}, query.nowMs));
    if (!query.among.empty())
        where.add({"job.id IN (SELECT ifnull(parent_id, id) FROM job WHERE name IN (SELECT value FROM "
                   "json_each(?)))",
            {toText(Json(query.among))}});
    for (const JobCondition &condition : query.conditions)
        where.add(sqlOf(condition, query.nowMs));
    return where;
}

struct Found
{
    std::int64_t id;
    std::vector<Value> place;
    std::int64_t total; ///< of all pages, where it was counted on the way
};

/// Conditions may look at every job and more: they are asked once, for the number of jobs and for the page.
SqlText matching(const JobQuery &query)
{
    SqlText sql{"WITH matching AS MATERIALIZED (SELECT id FROM job"};
    sql.append(conditionsOf(query).sql());
    sql.append({") "});
    return sql;
}

/// One more than the page holds, which tells whether there is another. Narrow rows: only the jobs of the page
/// are read whole. Without conditions an index may have the page in its order at once.
Result<std::vector<Found>> find(Database &database, const JobQuery &query, bool countsOnTheWay)
{
    const JobOrder order(query);
    SqlText sql = countsOnTheWay ? matching(query) : SqlText();
    sql.append({"SELECT job.id, "});
    sql.append({countsOnTheWay ? "(SELECT count(*) FROM matching)" : "0"});
    sql.append(order.columns());
    sql.append({countsOnTheWay ? " FROM matching JOIN job ON job.id = matching.id" : " FROM job"});
    sql.append(order.joins());
    Conditions where = countsOnTheWay ? Conditions() : conditionsOf(query);
    if (query.after)
        where.add(order.after(*query.after));
    sql.append(where.sql());
    sql.append(order.orderBy());
    sql.append({" LIMIT ? OFFSET ?", {query.limit + 1, query.offset}});
    return database.query(
        sql.text,
        [&](const Row &row) {
            return Found{row.integer(0), order.placeOf(row, 2), row.integer(1)};
        },
        sql.values);
}

} // namespace

Result<std::vector<std::string>> shownFor(Database &database, const std::vector<std::string> &names)
{
    return database.query(
        "SELECT name FROM job WHERE id IN (SELECT ifnull(parent_id, id) FROM job WHERE name IN (SELECT value "
        "FROM json_each(?1)))",
        [](const Row &row) { return row.get<std::string>(0); }, toText(Json(names)));
}

Result<std::int64_t> countJobs(Database &database, const JobQuery &query)
{
    const Conditions where = conditionsOf(query);
    const auto total
        = database.value<std::int64_t>("SELECT count(*) FROM job" + where.sql().text, where.sql().values);
    if (!total)
        return total.error();
    return total->value_or(0);
}

Result<JobPage> listJobs(Database &database, const JobQuery &query)
{
    const bool countsOnTheWay = !query.conditions.empty() || !query.text.empty();
    auto found = find(database, query, countsOnTheWay);
    if (!found)
        return found.error();
    const bool isCounted = countsOnTheWay && !found->empty();
    const auto total = isCounted ? Result<std::int64_t>(found->front().total) : countJobs(database, query);
    if (!total)
        return total.error();
    const bool hasMore = static_cast<std::int64_t>(found->size()) > query.limit;
    if (hasMore)
        found->pop_back();
    JobPage page{{}, *total, {}};
    for (const Found &job : *found) {
        Result<void> done = database.forEach(
            "SELECT " + JobRepository::columnsWithoutDocument + " FROM job WHERE id = ?1",
            [&](const Row &row) { page.rows.push_back(JobRepository::read(row)); }, job.id);
        if (!done)
            return done.error();
    }
    if (hasMore && !page.rows.empty())
        page.end = JobListPlace{found->back().place, page.rows.back().name};
    return page;
}

} // namespace atelier
