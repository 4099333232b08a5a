#pragma once

#include "core/document/DataDocument.h"
#include "core/document/JobDocument.h"
#include "tests/support/TemporaryFolder.h"

#include <string>
#include <vector>

namespace atelier::test {

/// A folder in which a test writes documents and reads them.
class DocumentFolder
{
public:
    /// Loads the text as `job.yml`.
    [[nodiscard]] Loaded<JobDocument> job(
        const std::string &text, const std::vector<std::string> &settings = {}) const;
    [[nodiscard]] Loaded<DataAsset> data(const std::string &text) const;
    void write(const std::string &name, const std::string &text) const;
    [[nodiscard]] std::filesystem::path path(const std::string &name) const { return m_folder / name; }

private:
    TemporaryFolder m_folder;
};

/// `line:column path: sentence`, one a line; files other than the first by their name.
[[nodiscard]] std::string asText(const std::vector<Error> &errors);

template<typename T>
std::string errorsOf(const Loaded<T> &loaded)
{
    return asText(loaded.errors);
}

template<typename T>
[[nodiscard]] std::string warningsOf(const Loaded<T> &loaded)
{
    return asText(loaded.warnings);
}

/// A command job of these lines besides what every one needs.
[[nodiscard]] std::string commandJob(const std::string &lines);

/// What both of a job's readings (its file, its own JSON) must agree on: the canonical JSON as text; "" where
/// it has errors.
[[nodiscard]] std::string canonical(const Loaded<JobDocument> &loaded);

} // namespace atelier::test
