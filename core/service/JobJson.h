#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/storage/AttemptRepository.h"
#include "core/storage/JobRepository.h"

#include <map>
#include <string>

namespace atelier {

class Database;

/// A job as lists show it.
[[nodiscard]] Json jobSummary(const JobRow &row, const std::string &experiment);

/// The same with its tags, literal inputs, parameters, latest metrics, the one that tells most, and how far
/// its steps are.
[[nodiscard]] Result<Json> jobWithFacts(Database &database, const JobRow &row, const std::string &experiment);

/// A job with all that is known of it: document, inputs, outputs, attempts, steps and what they wait for.
[[nodiscard]] Result<Json> jobDetail(Database &database, const JobRow &row);

/// Experiment names by id, looked up once for each id.
class ExperimentNames
{
public:
    explicit ExperimentNames(Database &database)
        : m_database(database)
    {
    }
    [[nodiscard]] Result<std::string> of(std::int64_t id);

private:
    Database &m_database;
    std::map<std::int64_t, std::string> m_names;
};

} // namespace atelier
