#include "core/storage/JobOrder.h"

#include "core/storage/JobConditionSql.h"

#include <algorithm>

namespace atelier {

namespace {

constexpr const char *lastUses
    = " LEFT JOIN (SELECT experiment_id AS used, max(created_ms) AS last_ms FROM job"
      " WHERE parent_id IS NULL AND lifecycle = 'active' GROUP BY experiment_id) ON used = job.experiment_id";

Value valueOf(const Row &row, int column, bool isText, bool isReal)
{
    if (isText)
        return row.get<std::string>(column);
    if (isReal)
        return row.real(column);
    return row.integer(column);
}

} // namespace

JobOrder::JobOrder(const JobQuery &query)
{
    if (query.isGrouped) {
        m_joins.append({lastUses});
        add({"ifnull(last_ms, 0)"}, Kind::Integer, true);
        add({"job.experiment_id"}, Kind::Integer, true);
    }
    addSort(query);
}

void JobOrder::addSort(const JobQuery &query)
{
    const bool down = query.descending;
    switch (query.sort) {
    case JobQuery::Sort::Created:
        m_isIdDescending = down;
        return add({"job.created_ms"}, Kind::Integer, down);
    case JobQuery::Sort::Name:
        return add({"job.name"}, Kind::Text, down);
    case JobQuery::Sort::DisplayName:
        return add({"job.display_name"}, Kind::Text, down);
    case JobQuery::Sort::Status:
        add({"job.status"}, Kind::Text, down);
        return add({"job.created_ms"}, Kind::Integer, true);
    case JobQuery::Sort::Experiment:
        add({"(SELECT name FROM experiment WHERE id = job.experiment_id)"}, Kind::Text, down);
        return add({"job.created_ms"}, Kind::Integer, true);
    case JobQuery::Sort::Ended: // one that still runs comes last either way
        return addOptional({"job.ended_ms"}, Kind::Integer, down, "0");
    case JobQuery::Sort::Duration:
        return addOptional(
            {"(ifnull(job.ended_ms, ?) - job.started_ms)", {query.nowMs}}, Kind::Integer, down, "0");
    case JobQuery::Sort::Metric:
        m_joins.append({" LEFT JOIN ("});
        m_joins.append(shownMetric(query.sortKey));
        m_joins.append({") AS measured_by ON measured_by.shown_by = job.id"});
        return addOptional({"measured_by.value"}, Kind::Real, down, "0");
    case JobQuery::Sort::Parameter:
        return addParameter(query.sortKey, down);
    }
}

/// What its code noted, else what it was given.
void JobOrder::addParameter(const std::string &key, bool isDescending)
{
    m_joins.append({" LEFT JOIN parameter AS noted ON noted.job_id = job.id AND noted.key = ?"
                    " LEFT JOIN job_input ON job_input.job_id = job.id AND job_input.name = ? AND "
            + JobRepository::isLiteralInput,
        {key, key}});
    // Its beginning: the place where a page ends has to fit into an address.
    const std::string value = "substr(ifnull(noted.value, job_input.value), 1, 200)";
    add({"(" + value + " IS NULL)"}, Kind::Integer, false);
    add({"ifnull(CAST(" + value + " AS REAL), 0)"}, Kind::Real, isDescending);
    add({"ifnull(" + value + ", '')"}, Kind::Text, isDescending);
}

void JobOrder::add(SqlText sql, Kind kind, bool isDescending)
{
    if (kind == Kind::Real) { // JSON, in which a page's end is written, has no infinities
        SqlText finite{"max(min("};
        finite.append(sql);
        finite.append({", 1.7976931348623157e308), -1.7976931348623157e308)"});
        sql = std::move(finite);
    }
    m_columns.push_back({std::move(sql), kind, isDescending});
}

/// NULL compares with nothing, so whether it is one is a column of its own.
void JobOrder::addOptional(const SqlText &sql, Kind kind, bool isDescending, const char *absent)
{
    SqlText isAbsent{"("};
    isAbsent.append(sql);
    isAbsent.append({" IS NULL)"});
    add(std::move(isAbsent), Kind::Integer, false);
    SqlText value{"ifnull("};
    value.append(sql);
    value.append({std::string(", ") + absent + ")"});
    add(std::move(value), kind, isDescending);
}

SqlText JobOrder::columns() const
{
    SqlText sql;
    for (const Column &column : m_columns) {
        sql.append({", "});
        sql.append(column.sql);
    }
    return sql;
}

std::vector<Value> JobOrder::placeOf(const Row &row, int first) const
{
    std::vector<Value> values;
    for (const Column &column : m_columns)
        values.push_back(valueOf(row, first++, column.kind == Kind::Text, column.kind == Kind::Real));
    return values;
}

SqlText JobOrder::orderBy() const
{
    SqlText sql{" ORDER BY "};
    for (const Column &column : m_columns) {
        sql.append(column.sql);
        sql.append({column.isDescending ? " DESC, " : ", "});
    }
    sql.append({m_isIdDescending ? "job.id DESC" : "job.id"});
    return sql;
}

/// (a > A) OR (a = A AND (b < B OR (b = B AND …))); and a >= A again, as that alone can use an index.
SqlText JobOrder::after(const JobListPlace &place) const
{
    SqlText sql;
    const std::size_t count = std::min(place.values.size(), m_columns.size());
    if (count > 0) {
        sql.append(m_columns.front().sql);
        sql.append({m_columns.front().isDescending ? " <= ?" : " >= ?", {place.values.front()}});
        sql.append({" AND "});
    }
    for (std::size_t i = 0; i < count; ++i) {
        const Column &column = m_columns[i];
        sql.append({"("});
        sql.append(column.sql);
        sql.append({column.isDescending ? " < ? OR (" : " > ? OR (", {place.values[i]}});
        sql.append(column.sql);
        sql.append({" = ? AND ", {place.values[i]}});
    }
    sql.append(
        {std::string("job.id ") + (m_isIdDescending ? "<" : ">") + " (SELECT id FROM job WHERE name = ?)",
            {place.job}});
    sql.append({std::string(2 * count, ')')});
    return sql;
}

} // namespace atelier
