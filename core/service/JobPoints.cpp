#include "core/service/JobPoints.h"

#include "core/storage/Database.h"

#include <cmath>
#include <map>
#include <optional>
#include <vector>

namespace atelier {

namespace {

struct PointSource
{
    std::int64_t id = 0; ///< of the job that logged
    std::string job; ///< whose page shows it
    std::string step;
};

/// A job that was reused shows the numbers of the one that it was taken from.
Result<PointSource> sourceOf(Database &database, const JobRow &job)
{
    const auto origin = JobRepository::originOf(database, job);
    if (!origin)
        return origin.error();
    return PointSource{*origin, job.name, job.step};
}

Result<std::vector<PointSource>> sourcesOf(Database &database, const JobRow &job)
{
    std::vector<JobRow> jobs{job};
    if (job.type == JobType::Pipeline) {
        auto steps = JobRepository::children(database, job.id);
        if (!steps)
            return steps.error();
        jobs.insert(
            jobs.end(), std::make_move_iterator(steps->begin()), std::make_move_iterator(steps->end()));
    }
    std::vector<PointSource> sources;
    for (const JobRow &one : jobs) {
        auto source = sourceOf(database, one);
        if (!source)
            return source.error();
        sources.push_back(std::move(*source));
    }
    return sources;
}

/// Collects the answer.
class Points
{
public:
    explicit Points(const std::vector<PointSource> &sources)
        : m_sources(sources)
    {
    }

    /// `row` has key id, step, time, value.
    void add(Database &database, std::size_t source, const Row &row)
    {
        seriesOf(database, source, row.integer(0))
            .points.append({row.integer(1), row.integer(2), row.isNull(3) ? std::nan("") : row.real(3)});
    }
    [[nodiscard]] series::MetricPoints answer(std::int64_t arrival, bool isReset) &&
    {
        return {std::move(m_series), arrival, isReset};
    }

private:
    series::MetricSeries &seriesOf(Database &database, std::size_t source, std::int64_t key)
    {
        const std::pair wanted(source, key);
        if (m_last && m_last->first == wanted)
            return m_series[m_last->second];
        const auto [place, isNew] = m_numbers.try_emplace(wanted, m_numbers.size());
        if (isNew) {
            const auto name = database.value<std::string>("SELECT name FROM metric_key WHERE id = ?1", key);
            m_series.push_back(
                {m_sources[source].job, m_sources[source].step, name && *name ? **name : std::string(), {}});
        }
        m_last = *place;
        return m_series[place->second];
    }

    using SourceAndKey = std::pair<std::size_t, std::int64_t>;

    const std::vector<PointSource> &m_sources;
    std::map<SourceAndKey, std::size_t> m_numbers; ///< in m_series
    std::optional<std::pair<SourceAndKey, std::size_t>> m_last; ///< mostly the next row's too
    std::vector<series::MetricSeries> m_series;
};

Result<void> addAll(
    Database &database, const std::vector<PointSource> &sources, std::int64_t arrival, Points &points)
{
    for (std::size_t i = 0; i < sources.size(); ++i) {
        auto done = database.forEach(
            "SELECT key_id, step, time_ms, value FROM metric WHERE job_id = ?1"
            " AND rowid <= ?2 ORDER BY key_id, step, time_ms, rowid",
            [&](const Row &row) { points.add(database, i, row); }, sources[i].id, arrival);
        if (!done)
            return done;
    }
    return {};
}

/// By the row's number alone: a job's own index would be read from its beginning each time.
Result<void> addSince(Database &database, const std::vector<PointSource> &sources, std::int64_t after,
    std::int64_t arrival, Points &points)
{
    std::multimap<std::int64_t, std::size_t> numbers;
    for (std::size_t i = 0; i < sources.size(); ++i)
        numbers.emplace(sources[i].id, i);
    return database.forEach(
        "SELECT key_id, step, time_ms, value, job_id FROM metric"
        " WHERE rowid > ?1 AND rowid <= ?2 ORDER BY rowid",
        [&](const Row &row) {
            const auto [from, to] = numbers.equal_range(row.integer(4));
            for (auto source = from; source != to; ++source)
                points.add(database, source->second, row);
        },
        after, arrival);
}

} // namespace

Result<series::MetricPoints> jobPoints(Database &database, const JobRow &job, std::int64_t after)
{
    const auto sources = sourcesOf(database, job);
    if (!sources)
        return sources.error();
    // Looked up first: what arrives while the rest is read comes with the next call, not twice.
    const auto newest = database.value<std::int64_t>("SELECT max(rowid) FROM metric");
    if (!newest)
        return newest.error();
    const std::int64_t arrival = newest->value_or(0);
    const bool isReset = after > arrival; // the newest rows were removed with their jobs
    Points points(*sources);
    const auto done = after == 0 || isReset ? addAll(database, *sources, arrival, points)
                                            : addSince(database, *sources, after, arrival, points);
    if (!done)
        return done.error();
    return std::move(points).answer(arrival, isReset);
}

} // namespace atelier
